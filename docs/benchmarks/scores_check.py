"""Scores a backtest of Horns Rev again with PyPI's scores and properscoring, and compares.

    ./skywatt backtest hornsrev --data $DATA/hornsrev --train-until 2017-01-01T00:00:00Z \\
      --json scores.json --forecasts rows.parquet
    python docs/benchmarks/scores_check.py scores.json rows.parquet $DATA/hornsrev/hornsrev.csv.gz

Needs: pip install scores properscoring pandas pyarrow
"""

import json
import sys

import numpy as np
import pandas as pd
import properscoring
import xarray as xr
from scores.categorical import BinaryContingencyManager
from scores.continuous import additive_bias, mae, quantile_score, rmse

report, rows, power = sys.argv[1:4]
report = json.load(open(report))
evaluation = report["evaluation"]
rows = pd.read_parquet(rows)
rows["valid_time"] = pd.to_datetime(rows["valid_time"], utc=True)
rows["issue_time"] = pd.to_datetime(rows["issue_time"], utc=True)
truth = pd.read_csv(power)
time, column = truth.columns[0], next(c for c in truth.columns if "power" in c.lower())
truth.index = pd.to_datetime(truth[time], format="%Y%m%d %H:%M", utc=True)
rows["truth"] = truth[column].reindex(rows["valid_time"]).to_numpy()
rows = rows[rows["truth"].notna()].reset_index(drop=True)

quantiles = np.stack(rows["quantiles"].to_numpy())
levels = np.arange(1, 100) / 100
observed = rows["truth"].to_numpy()
lead = ((rows["valid_time"] - rows["issue_time"]).dt.total_seconds() // 60).astype(int).to_numpy()


def array(values):
    return xr.DataArray(values, dims="step")


def pinball(chosen):
    return np.mean(
        [
            float(quantile_score(array(quantiles[chosen, i]), array(observed[chosen]), alpha=level))
            for i, level in enumerate(levels)
        ]
    )


checked = 0


def same(name, ours, theirs, tolerance=1e-9):
    global checked
    checked += 1
    if abs(ours - theirs) > tolerance:
        sys.exit(f"{name}: {ours} here, {theirs} there")


everything = np.ones(len(rows), bool)
mean = (
    0.01 * quantiles[:, 0]
    + 0.01 * quantiles[:, -1]
    + (0.005 * (quantiles[:, 1:] + quantiles[:, :-1])).sum(1)
)
all_scores = evaluation["overall"]
slices = [("all", everything, all_scores)]
slices += [(s["slice"], lead == int(s["slice"]), s) for s in evaluation["slices"]["lead"]]
for name, chosen, ours in slices:
    same(f"{name} n", ours["n"], chosen.sum())
    same(f"{name} pinball", ours["pinball"], pinball(chosen))
    same(f"{name} nmae", ours["nmae"], float(mae(array(quantiles[chosen, 49]), array(observed[chosen]))))
    same(f"{name} nrmse", ours["nrmse"], float(rmse(array(mean[chosen]), array(observed[chosen]))))
    same(f"{name} nmbe", ours["nmbe"], float(additive_bias(array(mean[chosen]), array(observed[chosen]))))
    for band in ours["bands"]:
        percent = round(100 * band["nominal"])
        lower = quantiles[chosen, (100 - percent) // 2 - 1]
        upper = quantiles[chosen, (100 + percent) // 2 - 1]
        inside = (observed[chosen] >= lower) & (observed[chosen] <= upper)
        same(f"{name} band {percent}", band["coverage"], inside.mean())
        same(f"{name} width {percent}", band["width"], np.mean(upper - lower))

# The percentiles as members of an ensemble: another integral of the same, so nearly equal.
ensemble = properscoring.crps_ensemble(observed, quantiles).mean()
print(f"CRPS {all_scores['crps']:.5f}, of an ensemble of the percentiles {ensemble:.5f}")
same("crps of the ensemble", all_scores["crps"], ensemble, 0.01 * ensemble)
parts = evaluation["crpsParts"]
same("parts", parts["reliability"] - parts["resolution"] + parts["uncertainty"], all_scores["crps"])
outcomes = np.sort(observed)
pairs = np.abs(np.subtract.outer(outcomes[::4], outcomes[::4])).mean() / 2
same("uncertainty, of a quarter of the outcomes", parts["uncertainty"], pairs, 0.01)

for ramp in evaluation["ramps"]:
    if ramp["by"] == "forecast":
        sign = 1 if ramp["direction"] == "up" else -1
        frame = pd.DataFrame(
            {"issue": rows["issue_time"], "valid": rows["valid_time"], "f": quantiles[:, 49], "o": observed}
        )
        before = frame.assign(valid=frame["valid"] + pd.Timedelta(hours=ramp["hours"]))
        both = frame.merge(before, on=["issue", "valid"], suffixes=("", "_before"))
        table = BinaryContingencyManager(
            array((sign * (both["f"] - both["f_before"]) >= 0.2).to_numpy(float)),
            array((sign * (both["o"] - both["o_before"]) >= 0.2).to_numpy(float)),
        ).transform()
        same(f"ramps {ramp}", ramp["criticalSuccess"], float(table.threat_score()))
        same(f"ramps {ramp}", ramp["detected"], float(table.probability_of_detection()))
        same(f"ramps {ramp}", ramp["falseAlarmRatio"], float(table.false_alarm_ratio()))

for cost in evaluation["imbalance"]:
    if cost["by"] == "forecast":
        level = cost["surplusShare"]
        theirs = quantile_score(array(quantiles[:, round(100 * level) - 1]), array(observed), alpha=level)
        same(f"cost {level}", cost["cost"], 2 * float(theirs))

print(f"{checked} scores compared, all as they should be")
