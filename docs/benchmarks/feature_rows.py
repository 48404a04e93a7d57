"""Feature rows as an analyst makes them: pandas, xarray and pvlib, for comparison with FeatureSpeed.

One solar site, hourly issues, 48 hourly leads, runs of a weather model every six hours, scans every
quarter of an hour: the features of schema `solar`, version 3. Like FeatureSpeed it knows no neighbours, terrain,
ensemble members or second source, so those ten features are missing, and columns of one missing value cost nothing.
Vectorised over all rows at once; nothing is written. Prints rows a CPU-second.

    python3 docs/benchmarks/feature_rows.py 60 3      # days, repetitions; needs pandas, xarray, pvlib
"""

import sys
import time

import numpy as np
import pandas as pd
import pvlib
import xarray as xr

LEADS = 48
START = pd.Timestamp("2025-01-01", tz="UTC")


def records(days, seed):
    """What is ever known: NWP by run and step, generation, scans."""
    random = np.random.default_rng(seed)
    runs = pd.date_range(START, periods=4 * days, freq="6h").tz_localize(None)
    steps = pd.to_timedelta(np.arange(61), unit="h")
    names = ["ghi", "direct", "cloud_cover", "low_cloud_cover", "medium_cloud_cover", "high_cloud_cover",
             "temperature_2m", "relative_humidity", "snow_depth", "u10", "v10", "u100", "v100"]
    nwp = xr.Dataset(
        {name: (("init", "step"), random.random((len(runs), len(steps))) * 800) for name in names},
        coords={"init": runs, "step": steps},
    )
    ends = pd.date_range(START, periods=24 * days + 1, freq="1h")[1:]
    generation = pd.Series(random.random(len(ends)), index=ends)
    scans = pd.date_range(START, periods=96 * days, freq="15min")
    satellite = pd.DataFrame(
        random.random((len(scans), 6)), index=scans,
        columns=["cloud_index", "around", "cloud_motion_confidence", "clear_sky_index_trend", "cloud_variability",
                 "cloud_texture_upstream"],
    )
    outlook = xr.DataArray(
        random.random((len(scans), 16)),
        dims=("scan", "minutes"),
        coords={"scan": scans.tz_localize(None), "minutes": np.arange(15, 241, 15.0)},
    )
    return nwp, generation, satellite, outlook


def rows(nwp, generation, satellite, outlook, days):
    issues = pd.date_range(START + pd.Timedelta("9D"), START + pd.Timedelta(days=days - 3), freq="1h",
                           inclusive="left")
    frame = pd.MultiIndex.from_product([issues, range(1, LEADS + 1)], names=["issue", "lead"]).to_frame(index=False)
    frame["valid"] = frame["issue"] + pd.to_timedelta(frame["lead"], unit="h")

    # The sun, once an hour of the period, at the middle of the hour.
    hours = pd.date_range(issues[0] - pd.Timedelta("2D"), issues[-1] + pd.Timedelta("3D"), freq="1h")
    place = pvlib.location.Location(48, 9, altitude=400)
    middles = hours - pd.Timedelta("30min")
    sun = place.get_solarposition(middles)
    clear = place.get_clearsky(middles, model="ineichen", linke_turbidity=3)
    plane = pvlib.irradiance.get_total_irradiance(
        30, 180, sun["apparent_zenith"], sun["azimuth"], clear["dni"], clear["ghi"], clear["dhi"])
    by_hour = pd.DataFrame(
        {
            "sun_zenith": sun["apparent_zenith"].to_numpy(),
            "sun_azimuth": sun["azimuth"].to_numpy(),
            "clear_sky_ghi": clear["ghi"].to_numpy(),
            "clear_sky_plane": plane["poa_global"].to_numpy(),
            "cos_incidence": np.cos(np.radians(pvlib.irradiance.aoi(
                30, 180, sun["apparent_zenith"], sun["azimuth"]))).to_numpy(),
        },
        index=hours,
    )
    frame = frame.merge(by_hour, left_on="valid", right_index=True, how="left")
    frame["tilt"] = 30.0
    frame["dc_ratio"] = 1.2

    # The newest run that was there four hours after its reference time.
    known = pd.DataFrame({"init": nwp["init"].to_index()})
    known["available"] = (known["init"] + pd.Timedelta("4h")).dt.tz_localize("UTC")
    frame = pd.merge_asof(frame, known, left_on="issue", right_on="available")
    valid = frame["valid"].dt.tz_localize(None)

    def nwp_at(name, shift):
        step = xr.DataArray((valid + pd.Timedelta(hours=shift) - frame["init"]).to_numpy(), dims="row")
        return nwp[name].reindex(step=nwp["step"]).sel(
            init=xr.DataArray(frame["init"].to_numpy(), dims="row"), step=step).to_numpy()

    ghi = {shift: nwp_at("ghi", shift) for shift in (-1, 0, 1)}
    np.seterr(divide="ignore")  # at night, and where() leaves it out
    shifted = {shift: by_hour["clear_sky_ghi"].reindex(frame["valid"] + pd.Timedelta(hours=shift)).to_numpy()
               for shift in (-1, 0, 1)}
    frame["ghi"], frame["ghi_minus_1"], frame["ghi_plus_1"] = ghi[0], ghi[-1], ghi[1]
    for name in ("cloud_cover", "low_cloud_cover", "medium_cloud_cover", "high_cloud_cover", "temperature_2m",
                 "relative_humidity", "snow_depth"):
        frame[name] = nwp_at(name, 0)
    frame["diffuse_fraction"] = np.where(ghi[0] > 5, 1 - nwp_at("direct", 0) / ghi[0], np.nan)
    frame["wind_speed_10m"] = np.hypot(nwp_at("u10", 0), nwp_at("v10", 0))
    for shift, name in ((0, "clear_sky_index"), (-1, "clear_sky_index_minus_1"), (1, "clear_sky_index_plus_1")):
        frame[name] = np.where(shifted[shift] > 5, ghi[shift] / shifted[shift], np.nan)
    total = sum(shifted.values())
    frame["clear_sky_index_mean_3"] = np.where(total > 15, sum(ghi.values()) / total, np.nan)
    before = xr.DataArray((valid - frame["init"] + pd.Timedelta("6h")).to_numpy(), dims="row")
    said = nwp["ghi"].sel(
        init=xr.DataArray((frame["init"] - pd.Timedelta("6h")).to_numpy(), dims="row"),
        step=before.clip(max=nwp["step"].max())).to_numpy()
    said = np.where(before > nwp["step"].max(), np.nan, said)
    frame["clear_sky_index_run_change"] = np.where(shifted[0] > 5, (ghi[0] - said) / shifted[0], np.nan)
    frame["nwp_age"] = (frame["issue"].dt.tz_localize(None) - frame["init"]).dt.total_seconds() / 3600
    frame["plane_irradiance"] = frame["clear_sky_index"].clip(0, 1.5).fillna(0) * frame["clear_sky_plane"]

    # Satellite: the newest scan that was there ten minutes after it.
    scans = satellite.reset_index(names="scan")
    scans["available"] = scans["scan"] + pd.Timedelta("10min")
    frame = pd.merge_asof(frame, scans, left_on="issue", right_on="available", suffixes=("", "_scan"))
    before = scans.rename(columns={"cloud_index": "cloud_index_hour_before"})[["available", "cloud_index_hour_before"]]
    frame["issue_hour_before"] = frame["issue"] - pd.Timedelta("1h")
    frame = pd.merge_asof(frame, before, left_on="issue_hour_before", right_on="available", suffixes=("", "_before"))
    minutes = (frame["valid"] - pd.Timedelta("30min") - frame["scan"]).dt.total_seconds() / 60
    frame["cloud_index_outlook"] = outlook.interp(
        minutes=xr.DataArray(minutes.to_numpy(), dims="row"),
        scan=xr.DataArray(frame["scan"].dt.tz_localize(None).to_numpy(), dims="row"), method="linear").to_numpy() \
        if False else interpolate(outlook, frame["scan"], minutes)
    frame["cloud_index_outlook_spread"] = interpolate(outlook, frame["scan"], minutes)
    frame["satellite_plane_irradiance"] = (1 - frame["cloud_index_outlook"]).clip(0.05, 1.2) * frame["clear_sky_plane"]
    frame["distance"] = np.hypot(nwp_at("u100", 0), nwp_at("v100", 0)) * 3.6 * minutes / 60
    frame["cloud_index_upstream"] = np.where(frame["distance"] < 120, frame["around"], np.nan)

    frame["satellite_age"] = (frame["issue"] - frame["scan"]).dt.total_seconds() / 3600

    # Physics: cells by Faiman, PVWatts, clipped by the inverter. Air in the middle of the hour.
    air = 280 + (frame["temperature_2m"] + nwp_at("temperature_2m", -1)) / 2 % 20 - 273.15
    breeze = np.hypot((nwp_at("u10", 0) + nwp_at("u10", -1)) / 2, (nwp_at("v10", 0) + nwp_at("v10", -1)) / 2)

    def power(light, celsius, wind):
        cell = pvlib.temperature.faiman(light, celsius, wind)
        dc = pvlib.pvsystem.pvwatts_dc(light, cell, 1.2, -0.0035) * (1 - 0.1408)
        return pvlib.inverter.pvwatts(dc, 1 / 0.96)

    frame["physical_power"] = power(frame["clear_sky_index"].clip(0, 1.2) * frame["clear_sky_plane"], air, breeze)
    frame["physical_power_satellite"] = power(frame["satellite_plane_irradiance"], air, breeze)

    # What the plant did lately.
    readings = generation.rename("latest_generation").to_frame().reset_index(names="end")
    readings["generation_before"] = readings["latest_generation"].shift(1)
    plane_by_end = by_hour["clear_sky_plane"].reindex(readings["end"]).to_numpy() / 1000
    power = readings["latest_generation"].where(plane_by_end >= 0.05)
    light = pd.Series(plane_by_end).where(plane_by_end >= 0.05)
    readings["clear_ratio"] = (power.rolling(3, min_periods=1).sum() / light.rolling(3, min_periods=1).sum()).clip(0, 2)
    readings["generation_mean_day"] = readings["latest_generation"].rolling(24, min_periods=1).mean()
    readings["generation_deviation"] = readings["latest_generation"].rolling(6, min_periods=2).std()
    # The residual needs the physics of hours that are over: the newest run's first hours.
    over = frame[frame["lead"] == 1].set_index("valid")["physical_power"].reindex(readings["end"]).to_numpy()
    readings["physical_power_residual"] = (
        readings["latest_generation"] - over).rolling(3, min_periods=1).mean()
    readings["available"] = readings["end"] + pd.Timedelta("15min")
    frame = pd.merge_asof(frame, readings, left_on="issue", right_on="available", suffixes=("", "_reading"))
    frame["smart_persistence"] = (frame["clear_ratio"] * frame["clear_sky_plane"] / 1000).clip(0, 1)
    frame["generation_age"] = (frame["issue"] - frame["end"]).dt.total_seconds() / 3600
    back = np.ceil(frame["lead"] / 24 + 1e-9)
    days = pd.DataFrame({"ago": generation, "mean": sum(generation.shift(24 * day) for day in range(7)) / 7})
    same = days.reindex(frame["valid"] - pd.to_timedelta(back, unit="D"))
    frame["generation_days_ago"] = same["ago"].to_numpy()
    frame["generation_days_mean"] = same["mean"].to_numpy()
    return frame


def interpolate(outlook, scan, minutes):
    values = outlook.sel(scan=xr.DataArray(scan.dt.tz_localize(None).to_numpy(), dims="row")).to_numpy()
    position = np.clip(minutes.to_numpy() / 15 - 1, 0, 15)
    left = np.minimum(position.astype(int), 14)
    index = np.arange(len(values))
    part = position - left
    result = values[index, left] * (1 - part) + values[index, left + 1] * part
    return np.where(minutes <= 240, result, np.nan)


def main():
    days, repetitions = int(sys.argv[1]), int(sys.argv[2])
    for seed in range(repetitions):
        known = records(days, seed)
        start = time.process_time()
        frame = rows(*known, days)
        seconds = time.process_time() - start
        print(f"{frame.shape[1]} columns, {len(frame)} rows: {len(frame) / seconds:.0f} rows a CPU-second")


if __name__ == "__main__":
    main()
