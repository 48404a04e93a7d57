// The fan chart: nested bands of quantiles, median and mean over time. A step's value holds
// throughout its interval, so lines and bands are steps.
import * as echarts from "/echarts.js";
import { date, element, hour, interval, intervalUtc, number, percent } from "/format.js";

const style = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

/** Pairs of levels around the median, widest first, at most three. */
export function bands(levels) {
  const pairs = [];
  for (let low = 0, high = levels.length - 1; low < high; low++, high--) {
    if (Math.abs(levels[low] + levels[high] - 1) < 1e-9) pairs.push({ low, high });
  }
  if (pairs.length <= 3) return pairs;
  return [pairs[0], pairs[Math.floor(pairs.length / 2)], pairs[pairs.length - 1]];
}

export const bandName = (levels, band) => `${percent(levels[band.high] - levels[band.low])} band`;

const medianOf = (levels) => levels.findIndex((level) => Math.abs(level - 0.5) < 1e-9);

/** Corners of a step line: each value at both ends of its interval; null breaks it. */
function corners(steps, value) {
  return steps.flatMap((step) => {
    const y = step.values === null ? null : value(step);
    return [[Date.parse(step.start), y], [Date.parse(step.end), y]];
  });
}

/** Runs of steps without a gap, for polygons. */
function runs(steps) {
  const found = [];
  let open = null;
  for (const step of steps) {
    if (step.values === null) {
      open = null;
    } else {
      if (!open) found.push((open = []));
      open.push(step);
    }
  }
  return found;
}

function bandSeries(forecast, band, color, index) {
  const parts = runs(forecast.steps);
  return {
    type: "custom",
    silent: true,
    animation: false,
    z: index,
    data: parts.map((part) => [Date.parse(part[0].start), 0, Date.parse(part.at(-1).end), 0]),
    encode: { x: [0, 2], y: [] },
    clip: true,
    renderItem(_, api) {
      const part = parts.find((each) => Date.parse(each[0].start) === api.value(0));
      if (!part) return null;
      const edge = (k) => corners(part, (step) => step.values[k]).map((point) => api.coord(point));
      const points = [...edge(band.high), ...edge(band.low).reverse()];
      return { type: "polygon", shape: { points }, style: { fill: color } };
    },
  };
}

function tip(forecast, step) {
  const rows = [];
  if (step.values === null) {
    rows.push(element("tr", { children: [element("td", { textContent: "No forecast for this interval" })] }));
  } else {
    for (let i = forecast.levels.length - 1; i >= 0; i--) {
      const median = i === medianOf(forecast.levels);
      rows.push(row(median ? "Median" : percent(forecast.levels[i]) + " quantile", step.values[i], median));
    }
    rows.push(row("Mean", step.mean, false));
  }
  return element("div", {
    className: "tip",
    children: [
      element("b", { textContent: interval(step.start, step.end) }),
      element("small", { textContent: intervalUtc(step.start, step.end) }),
      element("table", { children: rows }),
    ],
  });
}

function row(name, value, middle) {
  return element("tr", {
    className: middle ? "middle" : "",
    children: [element("td", { textContent: name }), element("td", { textContent: `${number(value)} kW` })],
  });
}

export class FanChart {
  #node;
  #chart;
  #forecast = null;
  #windows = [];

  constructor(node) {
    this.#node = node;
    this.#chart = echarts.init(node, null, { renderer: "canvas" });
    this.#chart.on("finished", () => {
      if (this.#forecast) node.dataset.drawn = this.#forecast.siteId;
    });
    new ResizeObserver(() => this.#chart.resize()).observe(node);
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.#draw());
  }

  show(forecast) {
    this.#forecast = forecast;
    this.#windows = [];
    this.#draw();
  }

  highlight(windows) {
    this.#windows = windows;
    this.#draw();
  }

  #stepAt(millis) {
    return this.#forecast.steps.find((step) => millis > Date.parse(step.start) && millis <= Date.parse(step.end)) ?? this.#forecast.steps[0];
  }

  #draw() {
    const forecast = this.#forecast;
    if (!forecast || forecast.steps.length === 0) return;
    delete this.#node.dataset.drawn;
    const first = Date.parse(forecast.steps[0].start);
    const last = Date.parse(forecast.steps.at(-1).end);
    const soft = style("--soft");
    const grid = style("--line");
    const nested = bands(forecast.levels);
    const median = medianOf(forecast.levels);
    const line = { type: "line", symbol: "none", animation: false, connectNulls: false };
    this.#chart.setOption(
      {
        animation: false,
        aria: { enabled: false },
        textStyle: { fontFamily: "system-ui, sans-serif" },
        grid: { left: 8, right: 14, top: 16, bottom: 6, containLabel: true },
        xAxis: {
          type: "time",
          min: first,
          max: last,
          axisLine: { lineStyle: { color: grid } },
          axisTick: { show: false },
          splitLine: { show: false },
          axisLabel: {
            color: soft,
            hideOverlap: true,
            formatter: (value) => (hour(value) === "00:00" ? date(value) : hour(value)),
          },
        },
        yAxis: {
          type: "value",
          min: 0,
          max: forecast.capacityKw,
          axisLabel: { color: soft, formatter: (value) => number(value) },
          splitLine: { lineStyle: { color: grid } },
        },
        tooltip: {
          trigger: "axis",
          confine: true,
          backgroundColor: style("--card"),
          borderColor: grid,
          axisPointer: { type: "line", snap: false, label: { show: false }, lineStyle: { color: soft } },
          formatter: (items) => tip(forecast, this.#stepAt(items[0].axisValue)),
        },
        series: [
          ...nested.map((band, i) => bandSeries(forecast, band, style(`--band-${i + 1}`), i + 1)),
          {
            ...line,
            name: "Mean",
            z: 6,
            data: corners(forecast.steps, (step) => step.mean),
            lineStyle: { color: soft, width: 1.5, type: "dashed" },
          },
          {
            ...line,
            name: "Median",
            z: 7,
            data: corners(forecast.steps, (step) => (median < 0 ? null : step.values[median])),
            lineStyle: { color: style("--middle"), width: 2.2 },
            markArea: {
              silent: true,
              itemStyle: { color: style("--green-soft"), borderColor: style("--green"), borderWidth: 1 },
              label: { color: style("--green"), position: "insideTop", fontWeight: 600 },
              data: this.#windows.map((each, i) => [
                {
                  xAxis: Date.parse(each.start),
                  name: `${i + 1}`,
                  itemStyle: i === 0 ? {} : { color: "transparent", borderType: "dashed" },
                },
                { xAxis: Date.parse(each.end) },
              ]),
            },
            markLine: {
              silent: true,
              symbol: "none",
              lineStyle: { color: soft, type: "solid", width: 1 },
              label: { formatter: "issued", color: soft, position: "insideEndTop" },
              data: Date.parse(forecast.issueTime) > first ? [{ xAxis: Date.parse(forecast.issueTime) }] : [],
            },
          },
        ],
      },
      { notMerge: true },
    );
  }
}
