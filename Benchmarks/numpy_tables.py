"""Tables of 1,000 assets x 2,160 bars in numpy, on one thread: what the Swift ones are measured against.

Prints the median and the best of some runs, once with the returns bar after bar, once asset after asset:
- alpha, beta, standard error, R2 and correlation of every asset at once, by matrix products over centred returns;
- the same with the Newey-West error of every beta;
- the correlation matrix.
"""
import os

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[name] = "1"

import statistics
import time

import numpy as np

ASSETS, BARS = 1000, 2160


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


def table_with_newey_west(x, y, bars):
    """The same with the Newey-West error of each beta: Bartlett kernel, lag 4 (n/100)^(2/9)."""
    alpha, beta, error, r_squared, correlation = table(x, y, bars)
    count = len(x)
    lag = int(4 * (count / 100) ** (2 / 9))
    centred = x - x.mean()
    if bars == 0:
        influence = (y - alpha - x[:, None] * beta) * centred[:, None]
        total = np.einsum("ij,ij->j", influence, influence)
        for distance in range(1, lag + 1):
            products = np.einsum("ij,ij->j", influence[distance:], influence[:-distance])
            total += 2 * (1 - distance / (lag + 1)) * products
    else:
        influence = (y - alpha[:, None] - beta[:, None] * x) * centred
        total = np.einsum("ij,ij->i", influence, influence)
        for distance in range(1, lag + 1):
            products = np.einsum("ij,ij->i", influence[:, distance:], influence[:, :-distance])
            total += 2 * (1 - distance / (lag + 1)) * products
    return alpha, beta, error, r_squared, correlation, np.sqrt(total) / (centred @ centred)


def measure(name, runs, compute):
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        compute()
        times.append((time.perf_counter() - start) * 1e3)
    print(f"numpy {np.__version__}, one thread, {name}: median {statistics.median(times):.2f} ms, best {min(times):.2f} ms")


generator = np.random.default_rng(1)
x = generator.standard_normal(BARS) * 0.01
beta = generator.uniform(0.5, 2, ASSETS)
y = x[:, None] * beta + generator.standard_normal((BARS, ASSETS)) * 0.01
by_asset = np.ascontiguousarray(y.T)
for order, returns, bars in (("bar after bar", y, 0), ("asset after asset", by_asset, 1)):
    measure(f"table, {order}", 200, lambda: table(x, returns, bars))
    measure(f"table with Newey-West, {order}", 60, lambda: table_with_newey_west(x, returns, bars))
    measure(f"correlation matrix, {order}", 60, lambda: np.corrcoef(returns, rowvar=bars == 1))
