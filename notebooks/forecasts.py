# ---
# jupyter:
#   jupytext:
#     formats: py:percent
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown]
# # Forecasts and how good they are
#
# Reads forecasts from a running Skywatt service over HTTP, and the backtest that every model
# carries in its card, and draws both.
#
# - `SKYWATT_URL` is the service (default `http://127.0.0.1:8080`).
# - `SKYWATT_DATA` is the data folder, for the cards of the models (default `skywatt-data`).
#
# To have both: `./skywatt demo --dir skywatt-demo`, then `SKYWATT_DATA=skywatt-demo`.

# %%
import json
import os
from datetime import datetime
from pathlib import Path

import matplotlib.dates as mdates
import matplotlib.pyplot as plt
import requests
from matplotlib.colors import to_rgb
from matplotlib.ticker import MultipleLocator, PercentFormatter

URL = os.environ.get("SKYWATT_URL", "http://127.0.0.1:8080").rstrip("/")
DATA = Path(os.environ.get("SKYWATT_DATA", "skywatt-data"))

INK, QUIET, GRID = "#1f2933", "#6b7785", "#e3e7eb"
HUES = {"solar": "#b45f06", "wind": "#1f6f8b"}
plt.rcParams.update(
    {
        "figure.dpi": 120,
        "font.size": 9,
        "axes.edgecolor": GRID,
        "axes.labelcolor": QUIET,
        "axes.spines.top": False,
        "axes.spines.right": False,
        "axes.grid": True,
        "axes.axisbelow": True,
        "grid.color": GRID,
        "grid.linewidth": 0.8,
        "text.color": INK,
        "xtick.color": QUIET,
        "ytick.color": QUIET,
    }
)


def get(path, **params):
    """The JSON that the service answers; a failure names the address and the reason."""
    try:
        answer = requests.get(URL + path, params=params, timeout=30)
    except requests.ConnectionError as e:
        raise SystemExit(f"no service answers at {URL}: start one, or set SKYWATT_URL ({e})") from e
    if not answer.ok:
        raise SystemExit(f"{answer.url} answered {answer.status_code}: {answer.text}")
    return answer.json()


# %% [markdown]
# ## Sites

# %%
sites = get("/v1/sites")
assert sites, f"{URL} serves no site"
for site in sites:
    print(f"{site['id']:24} {site['technology']:6} {site['capacityKw'] / 1000:7.1f} MW  {site['name']}")

# %% [markdown]
# ## The newest forecast, with its uncertainty
#
# Each step is the mean power over an interval, so it is drawn as a step. A band holds what its
# name says: the outer one of 5% to 95% should hold nine outcomes of ten.


# %%
def times(forecast):
    """Starts of the steps and the end of the last: the edges of the intervals, in UTC."""
    edges = [step["start"] for step in forecast["steps"]] + [forecast["steps"][-1]["end"]]
    return [datetime.fromisoformat(edge) for edge in edges]


def megawatts(forecast, column):
    """One quantile by step, in MW; the last value is repeated for the last edge."""
    values = [step["values"][column] for step in forecast["steps"]]
    values = [float("nan") if value is None else value / 1000 for value in values]
    return values + values[-1:]


def check(forecast):
    """Quantiles are ascending and within what the site can deliver."""
    for step in forecast["steps"]:
        values = [value for value in step["values"] if value is not None]
        assert values == sorted(values), step
        assert not values or (values[0] >= 0 and values[-1] <= forecast["availableKw"] * 1.0001), step


def tint(hue, share):
    """A hue mixed with white."""
    return tuple(1 - share * (1 - part) for part in to_rgb(hue))


def fan(axes, site, forecast):
    hue, levels, edges = HUES[site["technology"]], forecast["levels"], times(forecast)
    pairs = len(levels) // 2
    for i in range(pairs):
        axes.fill_between(
            edges,
            megawatts(forecast, i),
            megawatts(forecast, len(levels) - 1 - i),
            step="post",
            color=tint(hue, 0.7 * (i + 1) / (pairs + 1)),
            linewidth=0,
            label=f"{levels[i]:.0%} to {levels[len(levels) - 1 - i]:.0%}",
        )
    axes.step(edges, megawatts(forecast, pairs), where="post", color=hue, linewidth=1.8, label="median")
    axes.set_title(f"{site['name']}", loc="left", fontsize=10, fontweight="bold")
    axes.set_ylabel("MW")
    axes.set_ylim(0, site["capacityKw"] / 1000 * 1.05)
    axes.set_xlim(edges[0], edges[-1])
    axes.axhline(site["capacityKw"] / 1000, color=QUIET, linewidth=0.8, linestyle=(0, (4, 3)))
    axes.xaxis.set_major_locator(mdates.HourLocator(byhour=range(0, 24, 6)))
    axes.xaxis.set_major_formatter(mdates.ConciseDateFormatter(axes.xaxis.get_major_locator()))
    axes.legend(frameon=False, fontsize=8, ncols=pairs + 1, loc="upper right", bbox_to_anchor=(1, 1.16))


shown = [next(s for s in sites if s["technology"] == t) for t in HUES if any(s["technology"] == t for s in sites)]
forecasts = {site["id"]: get(f"/v1/sites/{site['id']}/forecast") for site in shown}
figure, panels = plt.subplots(len(shown), 1, figsize=(9, 3.1 * len(shown)), squeeze=False, layout="constrained")
for axes, site in zip(panels[:, 0], shown):
    check(forecasts[site["id"]])
    fan(axes, site, forecasts[site["id"]])
first = forecasts[shown[0]["id"]]
panels[-1, 0].set_xlabel("UTC")
figure.suptitle(
    ("SIMULATED, " if first.get("simulated") else "")
    + f"issued {first['issueTime']}, dashed: capacity",
    x=0.01,
    ha="left",
    color=QUIET,
    fontsize=9,
)
plt.show()

# %% [markdown]
# ## How good the models were where they did not see the outcome
#
# Every model carries a backtest over the newest part of its period, made by a model that was fitted
# without that part. Skill is 1 − CRPS / CRPS of a reference: zero is no better than the reference,
# one is perfect.

# %%
cards = {}
for file in sorted(DATA.glob("bundles/*/card.json")):
    card = json.loads(file.read_text())
    known = cards.get(card["technology"])
    if known is None or card["fitUntil"] > known["fitUntil"]:
        cards[card["technology"]] = card
assert cards, f"no bundles/*/card.json in {DATA.resolve()}: set SKYWATT_DATA to the data folder"

REFERENCES = {"skillSmartPersistence": ("over smart persistence", "-"), "skillReference": ("over climatology", "--")}


def skill(axes, card):
    leads = card["validation"]["leads"]
    hours = [lead["leadMinutes"] / 60 for lead in leads]
    for field, (label, style) in REFERENCES.items():
        values = [float(lead.get(field, "nan")) for lead in leads]
        axes.plot(hours, values, style, color=HUES[card["technology"]], linewidth=1.8, label=label)
    axes.axhline(0, color=INK, linewidth=0.8)
    axes.set_title(
        f"{card['technology']}, {len(card['sites'])} sites, {card['validation']['overall']['n']} outcomes",
        loc="left",
        fontsize=10,
        fontweight="bold",
    )
    axes.set_xlabel("lead, hours")
    axes.set_xlim(0, max(hours))
    axes.xaxis.set_major_locator(MultipleLocator(6))
    axes.yaxis.set_major_formatter(PercentFormatter(1, decimals=0))
    axes.legend(frameon=False, fontsize=8, loc="lower right")


figure, panels = plt.subplots(1, len(cards), figsize=(9, 3.2), squeeze=False, sharey=True, layout="constrained")
for axes, card in zip(panels[0], cards.values()):
    skill(axes, card)
panels[0, 0].set_ylabel("skill (CRPS)")
panels[0, 0].set_ylim(min(0, panels[0, 0].get_ylim()[0]), 1)
plt.show()

# %%
print(f"{'':6} {'lead':>5} {'n':>6} {'MAE':>7} {'RMSE':>7} {'CRPS':>7} {'80% band holds':>15}")
for technology, card in cards.items():
    for lead in card["validation"]["leads"]:
        if lead["leadMinutes"] in (60, 180, 360, 720, 1440, 2160):
            print(
                f"{technology:6} {lead['leadMinutes'] / 60:4.0f}h {lead['n']:6d} {lead['nmae']:7.1%}"
                f" {lead['nrmse']:7.1%} {lead['crps']:7.1%} {lead['coverage80']:15.0%}"
            )

# %% [markdown]
# ## What it cost
#
# `modelled` means computed from processor time and a stated power draw; `measured` means read from
# the processor's counters.

# %%
for technology, card in cards.items():
    print(
        f"{technology:6} training {card['joules']:8.0f} J ({card['energyTier']}),"
        f" {card['joulesPerForecast']:.2g} J a site and step, model {card['sizeBytes'] / 1000:.0f} kB"
    )
for site in shown:
    forecast = forecasts[site["id"]]
    print(f"{site['id']}: this forecast {forecast['joules']:.3g} J ({forecast['energyTier']})")
