"""Speed of pvlib's sun positions, to set beside SunBenchmark. Needs: pip install pvlib numba."""

import os
import time

os.environ["PVLIB_USE_NUMBA"] = "1"

import numpy as np
import pandas as pd
from pvlib import solarposition, spa

COUNT = 200_000
PLACE = (13.7, 100.5)
TIMES = np.arange(COUNT) * 300.0 + 1.5e9
INDEX = pd.to_datetime(TIMES.astype("int64"), unit="s", utc=True)


def rate(work):
    rates = []
    for _ in range(3):
        start = time.process_time()
        work()
        rates.append(COUNT / (time.process_time() - start) / 1e6)
    return " ".join(f"{r:.3f}" for r in rates)


def numba(times):
    return spa.solar_position_numba(times, *PLACE, 10, 1013.25, 12, 70, 0.5667, 1)


numba(TIMES[:100])
print("million positions a CPU-second")
print("get_solarposition (SPA, numpy)", rate(lambda: solarposition.get_solarposition(INDEX, *PLACE)))
print("solar_position_numba (SPA)    ", rate(lambda: numba(TIMES)))
print("ephemeris                     ", rate(lambda: solarposition.ephemeris(INDEX, *PLACE)))
