// File fields: drop area, the chosen name and size, and a check of the size before sending.
const size = (bytes) => (bytes < 1048576 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 1048576).toFixed(1)} MB`);

const describe = (input) => {
  const text = input.closest("[data-employment-drop]").querySelector("[data-employment-drop-text]");
  const limit = Number(input.dataset.employmentMaxBytes);
  const files = [...input.files];
  text.textContent = files.map((file) => `${file.name} · ${size(file.size)}`).join(", ");
  const tooBig = limit && files.some((file) => file.size > limit);
  input.setCustomValidity(tooBig ? `≤ ${size(limit)}` : "");
  if (tooBig) input.reportValidity();
};

document.addEventListener("change", (event) => {
  if (event.target.matches("[data-employment-drop] input[type=file]") && event.target.files.length) {
    describe(event.target);
  }
});

for (const type of ["dragover", "dragleave", "drop"]) {
  document.addEventListener(type, (event) => {
    const area = event.target.closest?.("[data-employment-drop]");
    if (!area) return;
    event.preventDefault();
    area.classList.toggle("is-over", type === "dragover");
    if (type === "drop" && event.dataTransfer.files.length) {
      const input = area.querySelector("input[type=file]");
      input.files = event.dataTransfer.files;
      input.dispatchEvent(new Event("change", { bubbles: true }));
    }
  });
}
