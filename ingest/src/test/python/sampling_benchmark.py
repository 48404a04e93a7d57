"""Bilinear sampling of 100,000 sites x 24 steps out of a global field of 0.25 degrees by xarray.

Beside SamplingBenchmark.java. Needs numpy, scipy and xarray; run it with OMP_NUM_THREADS=1.
"""
import time

import numpy as np
import xarray as xr

SITES, STEPS, ROUNDS = 100_000, 24, 5
rng = np.random.default_rng(1)
field = xr.DataArray(
    rng.random((STEPS, 721, 1440), dtype=np.float32),
    dims=("step", "latitude", "longitude"),
    coords={"latitude": 90 - 0.25 * np.arange(721), "longitude": 0.25 * np.arange(1440)},
)
latitude = xr.DataArray(rng.uniform(-90, 90, SITES), dims="site")
longitude = xr.DataArray(rng.uniform(0, 359.75, SITES), dims="site")
rates = []
for _ in range(ROUNDS):
    start = time.process_time()
    field.interp(latitude=latitude, longitude=longitude, method="linear").values
    rates.append(SITES * STEPS / (time.process_time() - start) / 1e6)
rates.sort()
print(
    f"xarray {xr.__version__}: {rates[ROUNDS // 2]:.2f} M site-steps/cpu-s"
    f" (median of {ROUNDS}; {rates[0]:.2f} to {rates[-1]:.2f})"
)
