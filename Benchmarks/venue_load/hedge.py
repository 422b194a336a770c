"""The hedge that needs all of it: every coin held, and short against it at every exchange."""

import os
import time

from . import venues

BRACKETS = """
[[margin_tiers]]
name = "load"
rule = "marginal"
source = "made for the load"
as_of = 2026-11-21
brackets = [
  { floor = 0, rate = 0.004, leverage = 125 },
  { floor = 50_000, rate = 0.005, leverage = 100 },
  { floor = 600_000, rate = 0.01, leverage = 50 },
]
"""


def configuration(load_venues, coins, ports, extra="", opened_days=None):
    """The text of the configuration."""
    parts = [
        'name = "Load"\ncurrency = "USD"\nbenchmark = "BTC"\n',
        '[feed]\nkind = "venues"\nspot = "coinbase"\nquote = "USD"\n',
        "[conversion]\nUSDT = \"0.9995\"\nUSDC = \"0.9998\"\n", extra]
    for name, port in ports.items():
        parts.append(
            f'[[venue]]\nname = "{name}"\nrest = "http://127.0.0.1:{port}"\nstream = "ws://127.0.0.1:{port}"\n')
    futures = [venue for venue in load_venues if not isinstance(venue, venues.Coinbase)]
    for venue in futures:
        parts.append(account(venue, coins))
        parts.append(strategy(venue, coins, opened_days))
    return "\n".join(parts) + BRACKETS


def account(venue, coins):
    lines = [
        "[[account]]", f'name = "{venue.name}"', f'convention = "{venue.convention}"', "balances = { USD = 5_000_000 }",
        "[account.fees]", "taker = 0.0005", "maker = 0.0002"]
    # These two tell nobody their margin tables.
    if venue.name in ("binance-usdm", "deribit"):
        lines.append("[account.margin_tiers]")
        lines += [f'"{venue.name}:{venue.symbol(coin)}" = "load"' for coin in coins]
    return "\n".join(lines) + "\n"


def strategy(venue, coins, opened_days):
    opened = [] if opened_days is None else [
        time.strftime("opened_at = %Y-%m-%dT%H:%M:%SZ", time.gmtime(time.time() - 86_400 * opened_days))]
    lines = [
        "[[strategy]]", f'name = "{venue.name}"', 'kind = "spot-hedge"', "hedge_ratio = 0.8", "band = 0.05",
        "[strategy.beta]", "lookback = 90"]
    for coin in coins:
        quantity = float(f"{20_000 / coin.price:.3g}")
        lines += ["[[strategy.holding]]", f'asset = "{coin.name}"', f'quantity = "{quantity:f}"']
    for coin in coins:
        quantity = float(f"{16_000 / coin.price:.2g}")
        # OKX counts contracts of a hundredth of a coin.
        contracts = round(quantity * 100) if venue.name == "okx" else quantity
        lines += [
            "[[strategy.leg]]", f'instrument = "{venue.name}:{venue.symbol(coin)}"', f'account = "{venue.name}"',
            f'contracts = "-{contracts:f}"', f'entry_price = "{coin.last}"', "leverage = 10",
            *opened]
    return "\n".join(lines) + "\n"


def home(folder):
    """An environment whose folders are all in `folder`."""
    environment = {key: value for key, value in os.environ.items() if key in ("PATH", "GLIBC_TUNABLES")}
    return environment | {
        "HOME": folder, "XDG_CONFIG_HOME": f"{folder}/config", "XDG_DATA_HOME": f"{folder}/data",
        "XDG_STATE_HOME": f"{folder}/state", "XDG_CACHE_HOME": f"{folder}/cache", "TERM": "xterm-256color",
        "LANG": "C.UTF-8"}
