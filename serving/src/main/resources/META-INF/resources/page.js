// The page: sites on the left, the chosen site's forecast, green hours below.
import * as api from "/api.js";
import { FanChart, bandName, bands } from "/chart.js";
import { element, energy, energyRange, interval, intervalUtc, joules, number, percent, power, time, utc, zone } from "/format.js";

const by = (id) => document.getElementById(id);
const chart = new FanChart(by("chart"));
let chosen = null;
let current = null;

function state(id, text, failed = false) {
  by(id).textContent = text;
  by(id).classList.toggle("error", failed);
}

async function listSites() {
  let sites;
  try {
    sites = await api.sites();
  } catch (problem) {
    state("sites-state", problem.message, true);
    return;
  }
  if (sites.length === 0) {
    state("sites-state", "No sites yet. They appear here as soon as the pipeline publishes its registry.");
    state("forecast-state", "Nothing to show without a site.");
    return;
  }
  state("sites-state", `${sites.length} ${sites.length === 1 ? "site" : "sites"}`);
  by("sites").replaceChildren(...sites.map(siteItem));
  const wanted = decodeURIComponent(location.hash.slice(1));
  choose(sites.find((site) => site.id === wanted) ?? sites[0]);
}

function siteItem(site) {
  const button = element("button", {
    type: "button",
    children: [
      element("span", { textContent: site.name }),
      element("small", { textContent: `${site.technology === "solar" ? "Solar" : "Wind"} · ${power(site.capacityKw)} · ${site.organisation}` }),
    ],
  });
  button.dataset.site = site.id;
  button.setAttribute("aria-pressed", "false");
  button.addEventListener("click", () => choose(site));
  return element("li", { children: [button] });
}

async function choose(site) {
  chosen = site;
  history.replaceState(null, "", `#${encodeURIComponent(site.id)}`);
  for (const button of document.querySelectorAll("#sites button")) {
    button.setAttribute("aria-pressed", String(button.dataset.site === site.id));
  }
  by("forecast-title").textContent = site.name;
  by("windows").replaceChildren();
  state("green-state", "");
  state("forecast-state", "Loading the forecast…");
  await load(site);
}

async function load(site) {
  try {
    const forecast = await api.forecast(site.id);
    if (chosen === site) show(forecast);
  } catch (problem) {
    if (chosen !== site) return;
    current = null;
    for (const id of ["figure", "numbers", "stale", "tier"]) by(id).hidden = true;
    by("facts").replaceChildren();
    by("forecast-about").textContent = "";
    state("forecast-state", problem.message, true);
  }
}

function show(forecast) {
  current = forecast;
  state("forecast-state", forecast.steps.every((step) => step.values === null) ? "This run has no values for this site." : "");
  by("simulated").hidden = !forecast.simulated;
  by("stale").textContent = "Stale: a newer run is overdue";
  by("stale").hidden = !forecast.stale;
  by("tier").hidden = false;
  by("tier").textContent = forecast.inputTier === "full" ? "all inputs" : `inputs: ${forecast.inputTier}`;
  by("tier").classList.toggle("warn", forecast.inputTier !== "full");
  by("forecast-about").textContent =
    `Issued ${time(forecast.issueTime)} (${utc(forecast.issueTime)}); the next run is expected at ${time(forecast.nextRunExpected)}.`;
  by("unit").textContent = `AC power, kW, of ${number(forecast.capacityKw)} kW`;
  legend(forecast);
  facts(forecast);
  table(forecast);
  by("figure").hidden = false;
  by("numbers").hidden = false;
  by("chart").setAttribute("aria-label", summary(forecast));
  chart.show(forecast);
  suggestDeadline(forecast);
}

function summary(forecast) {
  const steps = forecast.steps.filter((step) => step.mean !== null);
  if (steps.length === 0) return "No values";
  const top = steps.reduce((best, step) => (step.mean > best.mean ? step : best));
  return `Forecast of ${chosen.name}: the highest mean is ${number(top.mean)} kW, ${interval(top.start, top.end)}. All numbers are in the table below.`;
}

function legend(forecast) {
  const mark = (className, text) =>
    element("span", { children: [element("i", { className }), element("span", { textContent: text })] });
  by("legend").replaceChildren(
    ...bands(forecast.levels).map((band, i) => mark(`band-${i + 1}`, bandName(forecast.levels, band))),
    mark("line", "median"),
    mark("dash", "mean"),
  );
}

function facts(forecast) {
  const rows = [
    ["Model", forecast.model],
    ["Energy of the run", `${joules(forecast.joules)}, ${forecast.energyTier}`],
    ["Available", power(forecast.availableKw)],
    ["Stale inputs", forecast.staleInputs.join(", ") || "none"],
    ["Run", forecast.runId],
    ["Licence of the data", forecast.licence],
  ];
  by("facts").replaceChildren(
    ...rows.map(([name, value]) =>
      element("div", { children: [element("dt", { textContent: name }), element("dd", { textContent: value })] }),
    ),
  );
}

function table(forecast) {
  const head = ["Interval", "UTC", "Mean, kW", ...forecast.levels.map(percent)];
  const cell = (name, text, i) => element(name, { textContent: text, className: i > 1 ? "n" : "" });
  by("table").replaceChildren(
    element("thead", { children: [element("tr", { children: head.map((text, i) => cell("th", text, i)) })] }),
    element("tbody", {
      children: forecast.steps.map((step) =>
        element("tr", {
          children: [
            interval(step.start, step.end),
            intervalUtc(step.start, step.end),
            number(step.mean),
            ...forecast.levels.map((_, i) => number(step.values?.[i] ?? null)),
          ].map((text, i) => cell("td", text, i)),
        }),
      ),
    }),
  );
}

function suggestDeadline(forecast) {
  if (by("deadline").value) return;
  const last = Date.parse(forecast.steps.at(-1).end);
  const day = Date.parse(forecast.issueTime) + 24 * 3600e3;
  const at = new Date(Math.min(last, day));
  by("deadline").value = new Date(at - at.getTimezoneOffset() * 60e3).toISOString().slice(0, 16);
}

async function findWindows(event) {
  event.preventDefault();
  if (!current) {
    state("green-state", "Choose a site with a forecast first.", true);
    return;
  }
  state("green-state", "Searching…");
  by("windows").replaceChildren();
  const site = chosen;
  try {
    const answer = await api.windows({
      sites: [site.id],
      duration: `PT${Math.round(Number(by("hours").value) * 3600)}S`,
      deadline: new Date(by("deadline").value).toISOString(),
      top: 3,
    });
    if (chosen === site) showWindows(answer);
  } catch (problem) {
    if (chosen === site) {
      chart.highlight([]);
      state("green-state", problem.message, true);
    }
  }
}

function showWindows(answer) {
  const gain = (kwh) => {
    if (answer.now.greenKwh.mean === null || kwh === null) return "";
    const more = kwh - answer.now.greenKwh.mean;
    return Math.abs(more) < 1e-3 ? "as much as now" : `${energy(Math.abs(more))} ${more > 0 ? "more" : "less"} than now`;
  };
  const range = (green) =>
    green.quantiles && answer.levels.length > 1
      ? `${percent(answer.levels.at(-1) - answer.levels[0])} band ${energyRange(green.quantiles[0], green.quantiles.at(-1))}`
      : "";
  const item = (title, window, className, extra) =>
    element("li", {
      className,
      children: [
        element("small", { textContent: title }),
        element("b", { textContent: interval(window.start, window.end) }),
        element("small", { textContent: intervalUtc(window.start, window.end) }),
        element("span", { className: "kwh", textContent: energy(window.greenKwh.mean) }),
        element("small", { textContent: range(window.greenKwh) }),
        element("small", { textContent: extra }),
      ],
    });
  by("windows").replaceChildren(
    ...answer.windows.map((window, i) =>
      item(i === 0 ? "1 · most green energy" : `${i + 1}`, window, i === 0 ? "best" : "", gain(window.greenKwh.mean)),
    ),
    item("Starting now", answer.now, "", ""),
  );
  const until = `Searched until ${time(answer.searchedUntil)} (${utc(answer.searchedUntil)}).`;
  state("green-state", answer.stale ? `Stale: a newer run is overdue. ${until}` : until);
  chart.highlight(answer.windows);
}

for (const node of document.querySelectorAll(".zone")) node.textContent = zone;
by("green").addEventListener("submit", findWindows);
listSites();
// A new run is noticed without reloading; the service answers 304 while there is none.
setInterval(async () => {
  if (!chosen || document.hidden) return;
  try {
    const forecast = await api.forecast(chosen.id);
    if (forecast.siteId === chosen.id && (forecast.runId !== current?.runId || forecast.stale === by("stale").hidden)) show(forecast);
  } catch {
    by("stale").textContent = "Not updated: the service does not answer";
    by("stale").hidden = false;
  }
}, 30_000);
