// Keys 1 to 5 answer the question; the time on it goes along. Everything works without this.
let shownAt = performance.now();

const form = () => document.querySelector("[data-employment-answers]");

document.addEventListener("keydown", (event) => {
  const busy = event.ctrlKey || event.metaKey || event.altKey || event.repeat;
  if (busy || event.target.closest?.("input, textarea, select, dialog[open]")) return;
  form()?.querySelector(`button[name="value"][value="${CSS.escape(event.key)}"]`)?.click();
});

// In the capturing phase: before htmx collects the fields.
document.addEventListener("submit", (event) => {
  if (event.target !== form()) return;
  event.target.elements.ms.value = Math.round(performance.now() - shownAt);
}, true);

document.addEventListener("htmx:afterSettle", (event) => {
  if (event.target.id !== "question" && !event.target.querySelector?.("#question")) return;
  shownAt = performance.now();
  document.querySelector("[data-employment-question]")?.focus({ preventScroll: true });
  window.scrollTo({ top: 0 });
});
