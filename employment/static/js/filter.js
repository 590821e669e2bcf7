// Live filtering: a change in a filter form asks htmx for the results after a short rest.
const FORM = "form[data-employment-filter]";
const REST = 300;
const timers = new WeakMap();

if (matchMedia("(max-width: 575.98px)").matches) {
  for (const fold of document.querySelectorAll("[data-employment-fold]")) fold.open = false;
}

const later = (event) => {
  const form = event.target.closest?.(FORM);
  if (!form?.hasAttribute("hx-get")) return;
  clearTimeout(timers.get(form));
  timers.set(form, setTimeout(() => form.dispatchEvent(new CustomEvent("employment:filter")), REST));
};

document.addEventListener("input", later);
document.addEventListener("change", later);

document.addEventListener("htmx:configRequest", (event) => {
  if (!event.target.matches(FORM)) return;
  const { parameters } = event.detail;
  for (const name of Object.keys(parameters)) {
    if (parameters[name] === "") delete parameters[name];
  }
});
