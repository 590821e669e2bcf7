// Short notices: server messages that can be dismissed, htmx triggers, and failed requests.
const area = document.querySelector("[data-employment-toasts]");
const LEVELS = new Set(["info", "success", "warning", "error"]);

const show = (message, level = "info") => {
  const toast = document.createElement("div");
  toast.className = `q-alert is-${LEVELS.has(level) ? level : "info"}`;
  const body = document.createElement("div");
  body.className = "q-alert-body";
  body.textContent = message;
  toast.append(body);
  area.append(toast);
  setTimeout(() => toast.remove(), level === "error" ? 10000 : 5000);
};

document.addEventListener("employment:toast", (event) => {
  show(event.detail.message, event.detail.level);
});
document.addEventListener("htmx:responseError", () => show(area.dataset.failed, "error"));
document.addEventListener("htmx:sendError", () => show(area.dataset.offline, "error"));

document.addEventListener("click", (event) => {
  if (event.target.closest("[data-employment-dismiss]")) {
    event.target.closest("[data-employment-dismissible]").remove();
  }
});

document.querySelector("[data-employment-focus]")?.focus();
