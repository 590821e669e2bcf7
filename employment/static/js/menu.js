// Menus are <details>: close them on Escape, on a click elsewhere, and when another opens.
const MENU = "details[data-employment-menu]";

const closeAll = (kept) => {
  for (const menu of document.querySelectorAll(`${MENU}[open]`)) {
    if (menu !== kept) menu.open = false;
  }
};

document.addEventListener("click", (event) => closeAll(event.target.closest(MENU)));

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  const menu = document.activeElement?.closest(`${MENU}[open]`);
  closeAll();
  menu?.querySelector("summary").focus();
});

document.addEventListener("focusin", (event) => closeAll(event.target.closest(MENU)));
