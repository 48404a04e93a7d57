"""A whole GFS run at 1,000 sites with cfgrib and xarray, to set beside `skywatt ingest nwp`.

Usage: python3 gfs_run.py FILE SITES.csv OUT.parquet
Needs: pip install eccodes cfgrib xarray scipy pandas pyarrow
Each region of the file is a dataset of its own, as cfgrib cannot join grids that differ.
"""

import csv
import sys
import time

import cfgrib
import eccodes
import pandas
import xarray

KEYS = {"2t": "heightAboveGround", "2r": "heightAboveGround", "tcc": "convectiveCloudLayer"}


def corners(path):
    """First latitude and longitude of each grid, in the order of the file."""
    found = {}
    with open(path, "rb") as file:
        while (message := eccodes.codes_grib_new_from_file(file)) is not None:
            key = tuple(
                eccodes.codes_get(message, name)
                for name in ("latitudeOfFirstGridPoint", "longitudeOfFirstGridPoint", "Ni", "Nj")
            )
            found[key] = None
            eccodes.codes_release(message)
    return list(found)


def main(path, sites_path, out):
    start = time.perf_counter()
    with open(sites_path, newline="", encoding="utf-8") as file:
        sites = list(csv.DictReader(file))
    latitude = xarray.DataArray([float(s["latitude"]) for s in sites], dims="site")
    longitude = xarray.DataArray([float(s["longitude"]) % 360 for s in sites], dims="site")
    frames = []
    for first_latitude, first_longitude, columns, rows in corners(path):
        for name, level in KEYS.items():
            dataset = cfgrib.open_dataset(
                path,
                backend_kwargs={
                    "indexpath": "",
                    "filter_by_keys": {
                        "shortName": name,
                        "typeOfLevel": level,
                        "latitudeOfFirstGridPoint": first_latitude,
                        "longitudeOfFirstGridPoint": first_longitude,
                        "Ni": columns,
                        "Nj": rows,
                    },
                    "read_keys": [
                        "latitudeOfFirstGridPoint",
                        "longitudeOfFirstGridPoint",
                        "Ni",
                        "Nj",
                    ],
                },
            )
            (variable,) = dataset.data_vars
            values = dataset[variable].interp(latitude=latitude, longitude=longitude)
            frame = values.rename("value").to_dataframe().reset_index()
            frames.append(frame[["site", "valid_time", "value"]].assign(variable=name).dropna())
    pandas.concat(frames).to_parquet(out)
    print(f"{sum(map(len, frames))} values, {time.perf_counter() - start:.1f} s, "
          f"{time.process_time():.1f} CPU s")


main(*sys.argv[1:])
