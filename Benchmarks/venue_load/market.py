"""What coins are worth: one market for all exchanges, moved a little with every update."""

import math
import random

NAMES = """BTC ETH SOL XRP BNB DOGE ADA AVAX LINK LTC DOT BCH UNI ATOM XLM NEAR APT FIL ICP ETC HBAR ARB OP INJ SUI AAVE
ALGO GRT MKR SAND MANA AXS EOS XTZ THETA CRV SNX COMP LDO ENS IMX RUNE FLOW CHZ ZEC DASH KAVA ENJ BAT YFI SUSHI ZRX ANKR
CELO ROSE STORJ BAND KNC OCEAN LRC""".split()

# Where the walk begins; the others are worth 40 and less, each another amount.
FIRST_PRICES = {"BTC": 65_000.0, "ETH": 3_500.0, "SOL": 150.0, "BNB": 580.0, "XRP": 0.6, "DOGE": 0.12, "ADA": 0.45}

HOUR = 3_600_000
DAY = 24 * HOUR


class Coin:
    """One coin with its prices, as texts: what every exchange writes into its messages."""

    def __init__(self, index, name, seed):
        self.index = index
        self.name = name
        self.first = self.price = FIRST_PRICES.get(name, 40.0 / (1 + index % 17))
        self.digits = max(1, 5 - math.floor(math.log10(self.price)))
        self.tick = 10.0**-self.digits
        self.beta = 0.7 + (index % 9) / 10
        self.random = random.Random(seed * 1_000 + index)
        self.count = 0
        self.move()

    def move(self):
        """Moves the price on, up or down by some ticks, never far from where it began."""
        home = 1 if self.price < self.first else -1
        steps = self.random.randint(1, 9) * (home if self.random.random() < 0.6 else -home)
        self.price += steps * self.tick
        self.count += 1
        write = f"%.{self.digits}f"
        future = self.price * 1.0004
        self.bid, self.ask = write % (self.price - self.tick), write % (self.price + self.tick)
        self.last = write % self.price
        self.future_bid, self.future_ask = write % (future - self.tick), write % (future + self.tick)
        self.future_last = write % future
        self.mark = write % (future + 0.3 * self.tick) + "4"
        self.index_price = self.last + "7"
        self.size = "%d.%d" % (1 + self.count % 97, self.count % 10)

    def close(self, place):
        """The close of the bar with this number: a curve that depends on the number only, along which coins move
        together by their betas and each on its own as well."""
        common = 0.05 * math.sin(place * 0.7) + 0.04 * math.sin(place * 1.9) + 0.03 * math.sin(place * 0.13)
        own = 0.01 * math.sin(place * (2.1 + self.index / 31))
        return self.first * math.exp(self.beta * common + own)

    def funding_rate(self, place):
        """The funding rate of the interval with this number: no two are alike."""
        return ((place * 2_654_435_761 + self.index * 40_503) & 0xFFFF) / 65_535 * 4e-5 - 1e-5


def coins(count, seed=1):
    """So many coins, BTC first."""
    if count > len(NAMES):
        raise SystemExit(f"venue-load: at most {len(NAMES)} instruments, found {count}")
    return [Coin(index, name, seed) for index, name in enumerate(NAMES[:count])]
