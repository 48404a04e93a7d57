"""Nowcasts by pysteps on the images that `skywatt satellite verify` scores, and their errors.

pip install pysteps opencv-python-headless 'zarr' numcodecs
python pysteps_nowcast.py $DATA/gb_20200401/hrv_sat_data.zarr 6
(the number is the index of the first issue: 12:30 is 6)

Motion: dense Lucas-Kanade of the last three images; extrapolation: backward semi-Lagrangian; both
with pysteps' defaults. What comes from beyond the frame has no value there: it is scored without
those pixels ("own pixels"), and with persistence in their place ("all pixels").
"""
import sys

import numpy as np
import zarr
from pysteps import extrapolation, motion

images = np.asarray(zarr.open(sys.argv[1], mode="r")["data"][:]).astype(float)
first = int(sys.argv[2])
longest = 7
flow = motion.get_method("LK")
carry = extrapolation.get_method("semilagrangian")
errors = {}
for issue in range(first, len(images) - 1):
    velocity = flow(images[issue - 2 : issue + 1])
    steps = min(longest, len(images) - 1 - issue)
    forecasts = carry(images[issue], velocity, steps)
    for step in range(1, steps + 1):
        outcome = images[issue + step]
        there = np.isfinite(forecasts[step - 1])
        filled = np.where(there, forecasts[step - 1], images[issue])
        own = (filled - outcome)[there]
        still = images[issue] - outcome
        sums = errors.setdefault(step, np.zeros(5))
        sums += [np.sum(own**2), own.size, np.sum((filled - outcome) ** 2), np.sum(still**2), still.size]
print("lead/min  own pixels  all pixels  persistence  ratio of all  share of pixels")
for step, (own, count, all_, still, size) in errors.items():
    print(
        f"{5 * step:8d} {np.sqrt(own / count):11.3f} {np.sqrt(all_ / size):11.3f}"
        f" {np.sqrt(still / size):12.3f} {np.sqrt(all_ / still):13.3f} {count / size:16.3f}"
    )
