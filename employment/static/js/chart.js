// Draws <figure data-employment-chart>: ECharts is loaded when the first chart comes into view.
import { optionsOf, shown } from "./chart-options.js";

const TOKENS = {
  ink: "--q-ink", soft: "--q-ink-soft", line: "--q-line-strong", grid: "--q-line", accent: "--q-chart-1",
  surface: "--q-surface", raised: "--q-raised", muted: "--q-chart-muted", warn: "--q-chart-2",
};
const drawn = new Map();
let library;

const resolve = (probe, token) => {
  probe.style.color = `var(${token})`;
  return getComputedStyle(probe).color;
};

const readColours = () => {
  const probe = document.body.appendChild(document.createElement("span"));
  probe.style.transitionProperty = "none"; // with reduced motion every change of colour is a transition
  const colours = Object.fromEntries(Object.entries(TOKENS).map(([name, token]) => [name, resolve(probe, token)]));
  const list = (name, count) => Array.from({ length: count }, (_, index) => resolve(probe, `--q-${name}-${index + 1}`));
  colours.palette = list("chart", 8);
  colours.sequence = list("sequence", 4);
  colours.diverging = list("diverging", 5);
  colours.font = getComputedStyle(document.body).fontFamily;
  probe.remove();
  return colours;
};

const load = () => {
  library ??= import(document.documentElement.dataset.employmentEcharts);
  return library;
};

const dataOf = async (figure) => {
  const url = figure.dataset.employmentChart;
  if (!url) return JSON.parse(figure.querySelector("script[type='application/json']").textContent);
  const response = await fetch(url, { headers: { Accept: "application/json" } });
  if (!response.ok) throw new Error(`chart data: ${response.status}`);
  return response.json();
};

const draw = async (figure) => {
  try {
    const [echarts, data] = await Promise.all([load(), dataOf(figure)]);
    const canvas = figure.querySelector("[data-employment-chart-canvas]");
    const chart = echarts.init(canvas, null, { renderer: "svg" });
    drawn.set(figure, { chart, data });
    chart.setOption(optionsOf(data, readColours(), canvas.clientWidth));
    new ResizeObserver(() => canvas.clientWidth && chart.resize()).observe(canvas);
    figure.dataset.employmentDrawn = "";
  } catch (error) {
    figure.classList.add("is-table");
    throw error;
  }
};

const seen = new IntersectionObserver((entries) => {
  for (const { isIntersecting, target } of entries) {
    if (!isIntersecting) continue;
    seen.unobserve(target);
    draw(target);
  }
}, { rootMargin: "300px" });

const watch = (root) => {
  for (const figure of root.querySelectorAll("figure[data-employment-chart]")) {
    if (!drawn.has(figure)) seen.observe(figure);
  }
};

const redraw = () => {
  const colours = readColours();
  for (const [figure, { chart, data }] of drawn) {
    if (figure.isConnected) chart.setOption(optionsOf(data, colours, chart.getWidth()), true);
    else {
      chart.dispose();
      drawn.delete(figure);
    }
  }
};

const save = (blob, name) => {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
};

const toggle = (figure, button) => {
  const table = figure.classList.toggle("is-table");
  button.setAttribute("aria-pressed", String(table));
};

const saveImage = (figure, name) => {
  const svg = drawn.get(figure)?.chart.renderToSVGString();
  if (svg) save(new Blob([svg], { type: "image/svg+xml" }), `${name}.svg`);
};

const saveTable = (figure, name) => {
  const { columns, rows } = drawn.get(figure).data;
  const quoted = (text) => `"${String(text).replaceAll('"', '""')}"`;
  const lines = [columns.map((column) => column.label), ...rows.map((row) => columns.map((column) => shown(column, row[column.key])))];
  save(new Blob(["\ufeff", lines.map((line) => line.map(quoted).join(",")).join("\r\n")], { type: "text/csv" }), `${name}.csv`);
};

document.addEventListener("click", ({ target }) => {
  const button = target.closest("[data-employment-chart-toggle], [data-employment-chart-image], [data-employment-chart-csv]");
  if (!button) return;
  const figure = button.closest("figure");
  if ("employmentChartToggle" in button.dataset) toggle(figure, button);
  else if ("employmentChartImage" in button.dataset) saveImage(figure, button.dataset.name);
  else saveTable(figure, button.dataset.name);
});

document.addEventListener("employment:theme", redraw);
document.addEventListener("htmx:load", (event) => watch(event.detail.elt));
watch(document);
