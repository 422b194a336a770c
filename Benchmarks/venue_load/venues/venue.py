"""What the exchanges have in common."""

import json

from ..market import DAY, HOUR


class Feed:
    """One subscription of a connection: a message every so many rounds. A round is a tenth of a second at the usual
    rate."""

    def __init__(self, key, coin, every, make, first=None):
        self.key = key
        self.coin = coin
        self.every = every
        self.make = make
        self.first = first


class Venue:
    """An exchange with perpetuals; the others say what differs."""

    name = ""
    convention = "binance"
    # Messages an instrument and second beside the ticker are as many as the exchange's documentation tells.
    ticker_rate = 10

    def __init__(self, coins, padding, funding_rows=None):
        self.coins = coins
        self.by_symbol = {self.symbol(coin): coin for coin in coins}
        # Contracts that are listed and not held: real lists hold hundreds.
        self.padding = padding
        # Rows in a page of funding; None for as many as the exchange gives.
        self.funding_rows = funding_rows

    def symbol(self, coin):
        raise NotImplementedError

    def answer(self, path, query, body, now):
        """The answer to a question, as JSON text; None for one that is not known."""
        raise NotImplementedError

    def receive(self, text, now):
        """What a message of a client means: texts to answer, feeds to begin, keys of feeds to end."""
        raise NotImplementedError

    def others(self):
        """Names of coins that are listed only."""
        return [f"PAD{number}" for number in range(self.padding)]


def milliseconds(query, key, default):
    """A number of a question."""
    return int(float(query.get(key, default)))


def opens(start, end, length):
    """When bars open that open from `start` to `end`."""
    return range(-(-start // length) * length, end + 1, length)


def stamps(since, now, interval):
    """Funding stamps after `since`, oldest first."""
    return range((since // interval + 1) * interval, now + 1, interval)


def dump(value):
    return json.dumps(value, separators=(",", ":"))


__all__ = ["DAY", "HOUR", "Feed", "Venue", "dump", "milliseconds", "opens", "stamps"]
