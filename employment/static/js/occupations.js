// The queue by keyboard: arrows move between rows, 1–5 choose a proposal, u takes back.
const rows = () => [...document.querySelectorAll("[data-employment-coding]")];

function move(row, step) {
  const all = rows();
  all[Math.min(Math.max(all.indexOf(row) + step, 0), all.length - 1)]?.focus();
}

document.addEventListener("keydown", (event) => {
  const row = event.target.closest?.("[data-employment-coding]");
  if (!row || event.target.matches("input:not([type=checkbox])") || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    move(row, event.key === "ArrowDown" ? 1 : -1);
    return;
  }
  const choice = row.querySelector(`[data-employment-choice="${CSS.escape(event.key)}"]`);
  if (choice) {
    event.preventDefault();
    choice.click();
  }
});

// The replaced row keeps the focus, so that the next key still has a place.
document.addEventListener("htmx:afterSwap", (event) => {
  const id = event.detail.target?.id;
  if (id?.startsWith("coding-")) document.getElementById(id)?.focus();
});

document.addEventListener("click", (event) => {
  if (!event.target.closest("[data-employment-tick-all]")) return;
  for (const box of document.querySelectorAll("input[name=codings]:not(:disabled)")) box.checked = true;
});

function show() {
  for (const button of document.querySelectorAll("[data-employment-tick-all]")) button.hidden = false;
}
document.addEventListener("htmx:afterSettle", show);
show();
