// The resume editor: saves after a short rest, grows a new line while the last one is written.
const FORM = "form[data-employment-autosave]";
const REST = 900;
let timer = 0;

const save = (form) => {
  clearTimeout(timer);
  timer = 0;
  if (!document.querySelector("[data-employment-conflict]")) {
    form.dispatchEvent(new CustomEvent("employment:autosave"));
  }
};

const growLines = (field) => {
  const box = field.closest("[data-employment-lines]");
  const row = field.closest(".q-resume-line");
  if (!box || !row || row !== box.lastElementChild || !field.value.trim()) return;
  const next = row.cloneNode(true);
  const number = Number(field.name.split(".").pop()) + 1;
  const name = `${box.dataset.employmentLines}.${number}`;
  const area = next.querySelector("textarea");
  next.querySelector("label").htmlFor = name;
  next.querySelector(".q-remarks").id = `at-${name.replace(".lines", "").replaceAll(".", "-")}`;
  next.querySelector(".q-remarks").replaceChildren();
  Object.assign(area, { id: name, name, value: "" });
  area.textContent = "";
  box.append(next);
};

document.addEventListener("input", (event) => {
  const form = event.target.closest?.(FORM);
  if (!form) return;
  growLines(event.target);
  clearTimeout(timer);
  timer = setTimeout(() => save(form), REST);
});

document.addEventListener("keydown", (event) => {
  const form = event.target.closest?.(FORM);
  if (!form) return;
  if (event.key === "s" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    save(form);
  } else if (event.key === "Enter" && !event.isComposing && event.target.matches("[data-employment-lines] textarea")) {
    event.preventDefault();
    event.target.closest(".q-resume-line").nextElementSibling?.querySelector("textarea").focus();
  }
});

// A button of the editor asks for the editor again instead of the whole page.
document.addEventListener("submit", (event) => {
  const { submitter, target } = event;
  if (!target.matches(FORM) || submitter?.name !== "op") return;
  event.preventDefault();
  clearTimeout(timer);
  window.htmx.ajax("POST", target.action, {
    source: target,
    target: "#editor",
    swap: "outerHTML",
    values: { op: submitter.value },
  });
});

document.addEventListener("visibilitychange", () => {
  const form = document.querySelector(FORM);
  if (form && timer && document.visibilityState === "hidden") save(form);
});
