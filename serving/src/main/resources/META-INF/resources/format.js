// Numbers, times and small pieces of the page. Times are local, with UTC beside them.

const local = new Intl.DateTimeFormat(undefined, { weekday: "short", day: "numeric", month: "short", hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
const clock = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
const day = new Intl.DateTimeFormat(undefined, { weekday: "short", day: "numeric", month: "short" });

/** The zone's name, not its offset: that differs between summer and winter. */
export const zone = local.resolvedOptions().timeZone.replaceAll("_", " ");

export const time = (instant) => local.format(new Date(instant));
export const hour = (instant) => clock.format(new Date(instant));
export const date = (instant) => day.format(new Date(instant));
export const utc = (instant) => new Date(instant).toISOString().slice(0, 16).replace("T", " ") + " UTC";

export function interval(start, end) {
  const sameDay = date(start) === date(end);
  return `${time(start)} – ${sameDay ? hour(end) : time(end)}`;
}

export function intervalUtc(start, end) {
  const from = utc(start).replace(" UTC", "");
  const to = utc(end);
  return `${from} – ${from.slice(0, 10) === to.slice(0, 10) ? to.slice(11) : to}`;
}

/** Three significant digits are all that a forecast is worth; null is missing. */
export function number(value) {
  if (value === null || value === undefined) return "missing";
  const digits = Math.abs(value) >= 1000 ? 0 : Math.abs(value) >= 100 ? 1 : 2;
  return value.toLocaleString(undefined, { minimumFractionDigits: 0, maximumFractionDigits: digits });
}

export const percent = (level) => `${Number((level * 100).toFixed(2))}%`;

export function power(kw) {
  return kw >= 1000 ? `${number(kw / 1000)} MW` : `${number(kw)} kW`;
}

export function energy(kwh) {
  if (kwh === null) return "missing";
  return kwh >= 1000 ? `${number(kwh / 1000)} MWh` : `${number(kwh)} kWh`;
}

// What a computation took.
export function joules(value) {
  return value >= 1000
    ? `${(value / 1000).toPrecision(3)} kJ`
    : `${Number(value.toPrecision(2))} J`;
}

export function energyRange(low, high) {
  return high >= 1000 ? `${number(low / 1000)}–${number(high / 1000)} MWh` : `${number(low)}–${number(high)} kWh`;
}

/** An element with a class, text or children; text is never read as HTML. */
export function element(name, { className, children = [], ...properties } = {}) {
  const node = Object.assign(document.createElement(name), properties);
  if (className) node.className = className;
  node.append(...children);
  return node;
}
