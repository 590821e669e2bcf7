// Turns a text input of names into a search with suggestions and chips.
// The input keeps its name and holds the chosen names, separated by commas, so the server
// reads the same text with and without this module.
const INPUT = "input[data-employment-picker]";
const REST = 200;
let counter = 0;

const names = (text) => text.split(/[,;\uff0c\uff1b]/).map((name) => name.trim()).filter(Boolean);

const element = (tag, properties = {}, ...children) => {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
};

class Picker {
  constructor(input) {
    this.input = input;
    this.multiple = input.dataset.employmentPickerMultiple !== undefined;
    this.chosen = names(input.value);
    this.active = -1;
    this.build();
    this.draw();
  }

  build() {
    const { input } = this;
    const id = `picker-${++counter}`;
    this.search = element("input", { type: "text", className: "q-picker-input", autocomplete: "off" });
    const attributes = { role: "combobox", "aria-expanded": "false", "aria-controls": id, "aria-autocomplete": "list" };
    for (const [name, value] of Object.entries(attributes)) this.search.setAttribute(name, value);
    for (const name of ["aria-describedby", "aria-invalid"]) {
      if (input.hasAttribute(name)) this.search.setAttribute(name, input.getAttribute(name));
    }
    this.list = element("ul", { id, className: "q-picker-list", hidden: true });
    this.list.setAttribute("role", "listbox");
    this.box = element("div", { className: `q-picker-box ${input.className}` }, this.search);
    this.frame = element("div", { className: "q-picker" }, this.box, this.list);
    input.after(this.frame);
    this.search.id = input.id;
    input.removeAttribute("id");
    input.type = "hidden";
    this.search.disabled = input.disabled;
    this.listen();
  }

  listen() {
    this.search.addEventListener("input", () => {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.ask(), REST);
    });
    this.search.addEventListener("keydown", (event) => this.press(event));
    this.search.addEventListener("focus", () => this.ask());
    this.search.addEventListener("blur", () => this.leave());
    this.box.addEventListener("click", () => this.search.focus());
    this.list.addEventListener("mousedown", (event) => {
      event.preventDefault();
      const option = event.target.closest("[role=option]");
      if (option) this.choose(option.dataset.text);
    });
  }

  async ask() {
    const typed = this.search.value.trim();
    const url = new URL(this.input.dataset.employmentPicker, location.href);
    url.searchParams.set("q", typed);
    url.searchParams.set("limit", "20");
    this.request?.abort();
    this.request = new AbortController();
    try {
      const response = await fetch(url, { signal: this.request.signal, headers: { Accept: "application/json" } });
      if (!response.ok) return;
      const { results } = await response.json();
      this.show(results.filter((result) => !this.chosen.includes(result.text)), typed);
    } catch (error) {
      if (error.name !== "AbortError" && !(error instanceof TypeError)) throw error;
    }
  }

  show(results, typed) {
    if (document.activeElement !== this.search) return;
    const options = results.map((result, index) => {
      const option = element("li", { id: `${this.list.id}-${index}` });
      option.setAttribute("role", "option");
      option.dataset.text = result.text;
      option.append(...marked(result.text, typed));
      return option;
    });
    if (!options.length && typed) {
      options.push(element("li", { className: "is-note", textContent: this.input.dataset.employmentPickerEmpty ?? "–" }));
    }
    this.list.replaceChildren(...options);
    this.open(options.length > 0);
    this.move(typed && results.length ? 0 : -1);
  }

  open(shown) {
    this.list.hidden = !shown;
    this.search.setAttribute("aria-expanded", String(shown));
    if (!shown) this.move(-1);
  }

  move(index) {
    const options = [...this.list.querySelectorAll("[role=option]")];
    this.active = options.length ? Math.max(-1, Math.min(index, options.length - 1)) : -1;
    options.forEach((option, at) => option.setAttribute("aria-selected", String(at === this.active)));
    const option = options[this.active];
    option?.scrollIntoView({ block: "nearest" });
    if (option) this.search.setAttribute("aria-activedescendant", option.id);
    else this.search.removeAttribute("aria-activedescendant");
  }

  press(event) {
    const option = this.list.querySelector("[aria-selected=true]");
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (this.list.hidden) this.ask();
      else this.move(this.active + (event.key === "ArrowDown" ? 1 : -1));
    } else if (event.key === "Enter" && !this.list.hidden && option) {
      event.preventDefault();
      this.choose(option.dataset.text);
    } else if (event.key === "Escape" && !this.list.hidden) {
      event.stopPropagation();
      this.open(false);
    } else if (event.key === "Backspace" && !this.search.value && this.chosen.length) {
      this.remove(this.chosen.at(-1));
    }
  }

  leave() {
    clearTimeout(this.timer);
    this.open(false);
    const typed = names(this.search.value);
    this.search.value = "";
    if (typed.length) this.set(this.multiple ? [...this.chosen, ...typed] : typed.slice(0, 1));
  }

  choose(text) {
    this.search.value = "";
    this.set(this.multiple ? [...this.chosen, text] : [text]);
    this.open(false);
    this.search.focus();
  }

  remove(text) {
    this.set(this.chosen.filter((name) => name !== text));
    this.search.focus();
  }

  set(chosen) {
    this.chosen = [...new Set(chosen)];
    this.draw();
    this.input.dispatchEvent(new Event("change", { bubbles: true }));
  }

  draw() {
    this.input.value = this.chosen.join(", ");
    for (const chip of this.box.querySelectorAll(".q-picker-chip")) chip.remove();
    const remove = this.input.dataset.employmentPickerRemove ?? "×";
    const chips = this.chosen.map((text) => {
      const button = element("button", { type: "button", textContent: "×" });
      button.setAttribute("aria-label", `${remove} ${text}`);
      button.addEventListener("click", () => this.remove(text));
      return element("span", { className: "q-picker-chip" }, text, button);
    });
    this.search.before(...chips);
    this.search.placeholder = this.chosen.length ? "" : this.input.placeholder;
  }
}

const marked = (text, typed) => {
  const at = typed ? text.toLowerCase().indexOf(typed.toLowerCase()) : -1;
  if (at < 0) return [text];
  const end = at + typed.length;
  return [text.slice(0, at), element("mark", { textContent: text.slice(at, end) }), text.slice(end)];
};

const enhance = (root) => {
  for (const input of root.querySelectorAll(INPUT)) {
    if (input.type !== "hidden") new Picker(input);
  }
};

enhance(document);
document.addEventListener("htmx:load", (event) => enhance(event.detail.elt));
