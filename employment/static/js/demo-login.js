// Fills the sign-in form with a demo account.
document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-employment-demo-login]");
  if (!button) return;
  const form = document.querySelector("[data-employment-login]");
  form.elements.login.value = button.dataset.employmentDemoLogin;
  form.elements.password.value = button.dataset.employmentDemoPassword;
  form.querySelector("[type=submit]").focus();
});
