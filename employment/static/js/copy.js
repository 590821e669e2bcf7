// data-employment-copy="#id" copies that element's text, any other value is copied itself.
document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-employment-copy]");
  if (!button) return;
  const what = button.dataset.employmentCopy;
  const source = what.startsWith("#") ? document.querySelector(what) : null;
  await navigator.clipboard.writeText(source ? (source.value ?? source.textContent).trim() : what);
  const message = button.dataset.employmentCopied;
  if (message) {
    document.dispatchEvent(new CustomEvent("employment:toast", { detail: { message, level: "success" } }));
  }
});
