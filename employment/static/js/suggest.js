// Suggestions under a search box: what the typed letters may become, by mouse or keyboard.
const INPUT = "input[data-employment-suggest]";
const REST = 180;
let counter = 0;

const element = (tag, properties = {}, ...children) => {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
};

class Suggestions {
  constructor(input) {
    this.input = input;
    this.list = element("ul", { id: `suggest-${++counter}`, className: "q-picker-list", hidden: true });
    this.list.setAttribute("role", "listbox");
    const frame = element("div", { className: "q-suggest" });
    input.replaceWith(frame);
    frame.append(input, this.list);
    const attributes = { role: "combobox", "aria-expanded": "false", "aria-controls": this.list.id, "aria-autocomplete": "list" };
    for (const [name, value] of Object.entries(attributes)) input.setAttribute(name, value);
    this.listen();
  }

  listen() {
    this.input.addEventListener("input", (event) => {
      clearTimeout(this.timer);
      if (!event.isComposing) this.timer = setTimeout(() => this.ask(), REST);
    });
    this.input.addEventListener("compositionend", () => this.ask());
    this.input.addEventListener("keydown", (event) => this.press(event));
    this.input.addEventListener("blur", () => this.close());
    this.list.addEventListener("mousedown", (event) => {
      event.preventDefault();
      const option = event.target.closest("[role=option]");
      if (option) this.choose(option.dataset.text);
    });
  }

  async ask() {
    const typed = this.input.value.trim();
    this.request?.abort();
    if (!typed) return this.close();
    const url = new URL(this.input.dataset.employmentSuggest, location.href);
    url.searchParams.set("q", typed);
    this.request = new AbortController();
    try {
      const response = await fetch(url, { signal: this.request.signal, headers: { Accept: "application/json" } });
      if (response.ok) this.show((await response.json()).results);
    } catch (error) {
      if (error.name !== "AbortError" && !(error instanceof TypeError)) throw error;
    }
  }

  show(results) {
    if (document.activeElement !== this.input) return;
    this.list.replaceChildren(...results.map((result, index) => {
      const kind = element("span", { className: "q-suggest-kind", textContent: result.kind });
      const option = element("li", { id: `${this.list.id}-${index}` }, result.text, kind);
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      option.dataset.text = result.text;
      return option;
    }));
    this.list.hidden = !results.length;
    this.input.setAttribute("aria-expanded", String(results.length > 0));
    this.input.removeAttribute("aria-activedescendant");
  }

  close() {
    clearTimeout(this.timer);
    this.show([]);
    this.list.hidden = true;
    this.input.setAttribute("aria-expanded", "false");
  }

  press(event) {
    const options = [...this.list.querySelectorAll("[role=option]")];
    const active = options.findIndex((option) => option.getAttribute("aria-selected") === "true");
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (this.list.hidden) return;
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      const next = (active + step + options.length + (active < 0 && step < 0 ? 1 : 0)) % options.length;
      options.forEach((option, at) => option.setAttribute("aria-selected", String(at === next)));
      options[next].scrollIntoView({ block: "nearest" });
      this.input.setAttribute("aria-activedescendant", options[next].id);
    } else if (event.key === "Enter" && !this.list.hidden && active >= 0) {
      event.preventDefault();
      this.choose(options[active].dataset.text);
    } else if (event.key === "Enter" || event.key === "Escape") {
      this.close();
    }
  }

  choose(text) {
    this.input.value = text;
    this.close();
    this.input.form.requestSubmit();
  }
}

for (const input of document.querySelectorAll(INPUT)) new Suggestions(input);
