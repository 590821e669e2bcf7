// Native <dialog>: data-employment-dialog="<id>" opens, data-employment-dialog-close closes.
document.addEventListener("click", (event) => {
  const opener = event.target.closest("[data-employment-dialog]");
  if (opener) {
    const dialog = document.getElementById(opener.dataset.employmentDialog);
    dialog?.showModal();
    return;
  }
  if (event.target.closest("[data-employment-dialog-close]")) {
    event.target.closest("dialog")?.close();
  } else if (event.target instanceof HTMLDialogElement) {
    const box = event.target.getBoundingClientRect();
    const inside = event.clientX >= box.left && event.clientX <= box.right
      && event.clientY >= box.top && event.clientY <= box.bottom;
    if (!inside) event.target.close();
  }
});

document.addEventListener("htmx:afterRequest", (event) => {
  if (event.detail.successful) event.target.closest?.("dialog[open]")?.close();
});
