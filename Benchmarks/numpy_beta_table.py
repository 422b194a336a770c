"""The beta table of 1,000 assets x 2,160 bars in numpy, on one thread: what the Swift table is measured against.

Prints the median and the best of 200 runs. Alpha, beta, standard error, R2 and correlation of every asset at once, by
matrix products over centred returns; once with the returns bar after bar, once asset after asset.
"""
import os

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[name] = "1"

import statistics
import time

import numpy as np

ASSETS, BARS, RUNS = 1000, 2160, 200


def table(x, y, bars):
    """Regression of each asset on x; `bars` is the axis of y along which time runs."""
    count = len(x)
    centred_x = x - x.mean()
    mean = y.mean(axis=bars)
    centred = y - (mean if bars == 0 else mean[:, None])
    sum_xx = centred_x @ centred_x
    sum_xy = centred_x @ centred if bars == 0 else centred @ centred_x
    sum_yy = np.einsum("ij,ij->j" if bars == 0 else "ij,ij->i", centred, centred)
    beta = sum_xy / sum_xx
    residuals = sum_yy - beta * sum_xy
    r_squared = 1 - residuals / sum_yy
    error = np.sqrt(residuals / (count - 2) / sum_xx)
    return mean - beta * x.mean(), beta, error, r_squared, np.sign(beta) * np.sqrt(r_squared)


def measure(name, x, y, bars):
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        table(x, y, bars)
        times.append((time.perf_counter() - start) * 1e3)
    print(f"numpy {np.__version__}, one thread, {name}: median {statistics.median(times):.2f} ms, best {min(times):.2f} ms")


generator = np.random.default_rng(1)
x = generator.standard_normal(BARS) * 0.01
beta = generator.uniform(0.5, 2, ASSETS)
y = x[:, None] * beta + generator.standard_normal((BARS, ASSETS)) * 0.01
measure("bar after bar", x, y, 0)
measure("asset after asset", x, np.ascontiguousarray(y.T), 1)
