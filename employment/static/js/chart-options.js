// From a chart's rows to ECharts options. The same rows are printed in the table view.
const locale = document.documentElement.lang;
const MINUS = "−";

export const shown = (column, value) => {
  if (value === null || value === undefined || value === "") return column.missing;
  if (typeof value === "string") return value;
  const percent = column.format === "share" || column.format === "points";
  const digits = { minimumFractionDigits: column.places, maximumFractionDigits: column.places };
  const text = Math.abs(percent ? value * 100 : value).toLocaleString(locale, digits);
  const sign = value < 0 ? MINUS : column.format === "points" && value > 0 ? "+" : "";
  return sign + text + (column.format === "share" ? "%" : "");
};

const columnOf = (chart, key) => chart.columns.find((column) => column.key === key)
  ?? { key, label: key, format: "number", places: 0, missing: "–" };

const tip = (title, pairs) => {
  const box = document.createElement("div");
  box.className = "q-chart-tip";
  const head = document.createElement("div");
  head.className = "q-chart-tip-title";
  head.textContent = title;
  box.append(head);
  for (const [label, text] of pairs) {
    const name = document.createElement("span");
    const value = document.createElement("b");
    name.textContent = label;
    value.textContent = text;
    box.append(name, value);
  }
  return box;
};

const rowTip = (chart) => (index) => tip(
  chart.rows[index][chart.x],
  chart.columns.filter((column) => column.key !== chart.x)
    .map((column) => [column.label, shown(column, chart.rows[index][column.key])]),
);

const axes = (chart, colours) => {
  const first = columnOf(chart, chart.series[0].key);
  const category = {
    type: "category",
    data: chart.rows.map((row) => row[chart.x]),
    axisLine: { lineStyle: { color: colours.line } },
    axisTick: { show: false },
    axisLabel: { color: colours.soft, hideOverlap: true, ...(chart.horizontal && { width: chart.room, overflow: "truncate" }) },
    inverse: chart.horizontal,
    boundaryGap: chart.kind !== "lines",
  };
  const value = {
    type: "value",
    max: chart.maximum ?? undefined,
    axisLabel: { color: colours.soft, formatter: (number) => shown({ ...first, places: 0 }, number) },
    splitLine: { lineStyle: { color: colours.grid } },
  };
  return chart.horizontal ? { xAxis: value, yAxis: category } : { xAxis: category, yAxis: value };
};

const frame = (chart, colours) => ({
  grid: { left: 14, right: 24, top: chart.series.length > 1 ? 34 : 12, bottom: 2, containLabel: true },
  legend: chart.series.length > 1 ? { top: 0, right: 0, icon: "roundRect", itemWidth: 14, itemHeight: 8, textStyle: { color: colours.soft } } : undefined,
  tooltip: { trigger: "axis", axisPointer: { type: chart.kind === "lines" ? "line" : "shadow" }, formatter: (points) => rowTip(chart)(points[0].dataIndex) },
  ...axes(chart, colours),
});

const colourOf = (series, index, colours) => (series.muted ? colours.muted : colours.palette[index % colours.palette.length]);

const bars = (chart, colours) => ({
  ...frame(chart, colours),
  series: chart.series.map((series, index) => ({
    name: columnOf(chart, series.key).label,
    type: "bar",
    stack: chart.stacked ? "all" : undefined,
    barMaxWidth: 26,
    itemStyle: { color: colourOf(series, index, colours), borderRadius: chart.stacked ? 0 : chart.horizontal ? [0, 3, 3, 0] : [3, 3, 0, 0] },
    data: chart.rows.map((row) => row[series.key]),
    label: {
      show: chart.series.length === 1 && chart.rows.length <= 16,
      position: chart.horizontal ? "right" : "top",
      color: colours.soft,
      formatter: ({ value }) => shown(columnOf(chart, series.key), value),
    },
  })),
});

const band = (chart, series, colour, index) => {
  const low = chart.rows.map((row) => row[series.lower]);
  const width = chart.rows.map((row) => (row[series.lower] === null || row[series.lower] === undefined ? null : row[series.upper] - row[series.lower]));
  const common = { type: "line", stack: `band-${index}`, symbol: "none", lineStyle: { opacity: 0 }, silent: true, tooltip: { show: false } };
  return [
    { ...common, data: low, name: `low-${index}` },
    { ...common, data: width, name: `band-${index}`, areaStyle: { color: colour, opacity: 0.2 } },
  ];
};

const lines = (chart, colours) => {
  const drawn = chart.series.flatMap((series, index) => {
    const colour = colourOf(series, index, colours);
    const line = {
      name: columnOf(chart, series.key).label,
      type: "line",
      symbol: chart.rows.length > 24 ? "none" : "circle",
      symbolSize: 5,
      itemStyle: { color: colour },
      lineStyle: { color: colour, width: series.muted ? 2 : 2.75, type: series.dashed ? "dashed" : "solid" },
      data: chart.rows.map((row) => row[series.key] ?? null),
    };
    return series.lower ? [...band(chart, series, colour, index), line] : [line];
  });
  const options = frame(chart, colours);
  if (options.legend) options.legend.data = chart.series.map((series) => columnOf(chart, series.key).label);
  return { ...options, series: drawn };
};

const heat = (chart, colours) => {
  const column = columnOf(chart, chart.series[0].key);
  const unique = (key) => [...new Set(chart.rows.map((row) => row[key]))];
  const xs = unique(chart.x);
  const ys = unique(chart.y);
  const known = chart.rows.filter((row) => typeof row[column.key] === "number");
  const values = known.map((row) => row[column.key]);
  const reach = Math.max(...values.map(Math.abs), 0);
  const diverging = column.format === "points";
  const label = { show: true, color: colours.ink, fontSize: 12 };
  const cell = (row) => [xs.indexOf(row[chart.x]), ys.indexOf(row[chart.y])];
  const plain = { axisLine: { show: false }, axisTick: { show: false }, axisLabel: { color: colours.soft } };
  return {
    grid: { left: 4, right: 8, top: 4, bottom: 2, containLabel: true },
    xAxis: { type: "category", data: xs, position: "top", ...plain },
    yAxis: { type: "category", data: ys, inverse: true, ...plain },
    visualMap: { show: false, dimension: 2, seriesIndex: 0, min: diverging ? -reach : 0, max: reach || 1, inRange: { color: diverging ? colours.diverging : colours.sequence } },
    tooltip: { formatter: ({ data }) => tip(`${ys[data.value[1]]} · ${xs[data.value[0]]}`, [[column.label, data.value[2] === undefined ? column.missing : shown(column, data.value[2])]]) },
    series: [
      { type: "heatmap", data: known.map((row) => ({ value: [...cell(row), row[column.key]] })), label: { ...label, formatter: ({ data }) => shown(column, data.value[2]) }, itemStyle: { borderColor: colours.surface, borderWidth: 2, borderRadius: 3 } },
      { type: "scatter", symbol: "rect", symbolSize: 1, itemStyle: { color: "transparent" }, data: chart.rows.filter((row) => typeof row[column.key] !== "number").map((row) => ({ value: cell(row) })), label: { ...label, color: colours.soft, position: "inside", formatter: column.missing } },
    ],
  };
};

const flow = (chart) => {
  const [source, target, value] = chart.columns.map((column) => column.key);
  return chart.rows.map((row) => ({ source: row[source], target: row[target], value: row[value] }));
};

const sankey = (chart, colours) => {
  const links = flow(chart);
  const names = [...new Set(links.flatMap((link) => [link.source, link.target]))];
  const extra = Object.fromEntries(chart.nodes.map((node) => [node.name, node]));
  const column = chart.columns[2];
  return {
    tooltip: { formatter: ({ data, name, value }) => tip(data.source ? `${data.source} → ${data.target}` : name, [[column.label, shown(column, value)]]) },
    series: [{
      type: "sankey",
      left: 0,
      right: 96,
      top: 8,
      bottom: 8,
      nodeGap: 14,
      nodeWidth: 14,
      data: names.map((name) => ({ name, itemStyle: { color: extra[name]?.leak ? colours.warn : colours.accent } })),
      links,
      lineStyle: { color: "source", opacity: 0.22 },
      label: { color: colours.ink, fontSize: 12 },
    }],
  };
};

const graph = (chart, colours) => {
  const categories = [...new Set(chart.nodes.map((node) => node.category))];
  const biggest = Math.max(...chart.nodes.map((node) => node.value ?? 1), 1);
  return {
    legend: { top: 0, right: 0, icon: "circle", textStyle: { color: colours.soft }, data: categories },
    tooltip: { formatter: ({ data, name }) => tip(data.source ? `${data.source} → ${data.target}` : name, [["", String(data.value ?? "")]]) },
    series: [{
      type: "graph",
      layout: "force",
      roam: true,
      draggable: true,
      categories: categories.map((name, index) => ({ name, itemStyle: { color: colours.palette[index % colours.palette.length] } })),
      data: chart.nodes.map((node) => ({ ...node, category: categories.indexOf(node.category), symbolSize: 10 + 26 * Math.sqrt((node.value ?? 1) / biggest) })),
      links: flow(chart),
      label: { show: true, position: "right", color: colours.ink, fontSize: 11 },
      labelLayout: { hideOverlap: true },
      lineStyle: { color: colours.line, width: 1.2, curveness: 0.08 },
      force: { repulsion: 160, edgeLength: 70, friction: 0.2 },
      emphasis: { focus: "adjacency" },
    }],
  };
};

const radar = (chart, colours) => ({
  legend: chart.series.length > 1 ? { bottom: 0, icon: "roundRect", itemWidth: 14, itemHeight: 8, textStyle: { color: colours.soft } } : undefined,
  tooltip: { formatter: ({ name, value }) => tip(name, chart.rows.map((row, index) => [row[chart.x], shown(columnOf(chart, chart.series[0].key), value[index])])) },
  radar: {
    center: ["50%", "47%"],
    radius: chart.isNarrow ? "54%" : "66%", // leaves room for long names
    indicator: chart.rows.map((row) => ({ name: row[chart.x], min: 0, max: chart.maximum ?? Math.max(...chart.rows.flatMap((other) => chart.series.map((series) => other[series.key] ?? 0))) })),
    axisName: { color: colours.ink },
    axisLine: { lineStyle: { color: colours.grid } },
    splitLine: { lineStyle: { color: colours.grid } },
    splitArea: { show: false },
  },
  series: [{
    type: "radar",
    symbolSize: 5,
    data: chart.series.map((series, index) => {
      const colour = colourOf(series, index, colours);
      return { name: columnOf(chart, series.key).label, value: chart.rows.map((row) => row[series.key]), itemStyle: { color: colour }, lineStyle: { width: 2, type: series.dashed ? "dashed" : "solid" }, areaStyle: series.muted ? undefined : { color: colour, opacity: 0.16 } };
    }),
  }],
});

const scatter = (chart, colours) => {
  const [across, up] = [columnOf(chart, chart.x), columnOf(chart, chart.series[0].key)];
  const axis = (column) => ({ type: "value", name: column.label, nameLocation: "middle", nameGap: 30, nameTextStyle: { color: colours.soft }, scale: true, axisLabel: { color: colours.soft, formatter: (value) => shown({ ...column, places: 0 }, value) }, splitLine: { lineStyle: { color: colours.grid } } });
  return {
    grid: { left: 24, right: 16, top: 12, bottom: 26, containLabel: true },
    xAxis: axis(across),
    yAxis: { ...axis(up), nameGap: 44 },
    tooltip: { formatter: ({ dataIndex }) => rowTip({ ...chart, x: chart.columns[0].key })(dataIndex) },
    series: [{ type: "scatter", symbolSize: 9, itemStyle: { color: colours.accent, opacity: 0.7 }, data: chart.rows.map((row) => [row[across.key], row[up.key]]) }],
  };
};

const KINDS = { bars, lines, heat, sankey, graph, radar, scatter };

const merge = (base, extra) => {
  for (const [key, value] of Object.entries(extra ?? {})) {
    const both = value && base[key] && typeof value === "object" && !Array.isArray(value) && !Array.isArray(base[key]);
    base[key] = both ? merge(base[key], value) : value;
  }
  return base;
};

// Names of bars may take a third of the canvas, within reason.
const roomFor = (width) => Math.round(Math.min(Math.max(width / 3, 90), 200));

export const optionsOf = (data, colours, width = 330) => {
  const chart = { ...data, room: roomFor(width), isNarrow: width < 420 };
  const options = KINDS[chart.kind](chart, colours);
  options.tooltip = {
    confine: true,
    backgroundColor: colours.raised,
    borderColor: colours.line,
    textStyle: { color: colours.ink },
    ...options.tooltip,
  };
  const base = { animation: false, textStyle: { fontFamily: colours.font }, aria: { enabled: false } };
  return merge({ ...base, ...options }, chart.options);
};
