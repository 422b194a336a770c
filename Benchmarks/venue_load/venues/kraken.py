"""Kraken Futures: perpetuals against dollars, funding every hour."""

import json
from datetime import datetime, timezone

from .venue import DAY, HOUR, Feed, Venue, dump, opens, stamps


def iso(now):
    return datetime.fromtimestamp(now / 1000, timezone.utc).strftime("%Y-%m-%dT%H:%M:%S.") + "%03dZ" % (now % 1000)


class Kraken(Venue):
    name = "kraken-futures"

    def symbol(self, coin):
        return "PF_%sUSD" % ("XBT" if coin.name == "BTC" else coin.name)

    def answer(self, path, query, body, now):
        if path.startswith("/api/charts/"):
            return self.candles(path, query)
        name = path.rsplit("/", 1)[1]
        coin = self.by_symbol.get(query.get("symbol"))
        if name == "feeschedules":
            return self.result({"feeSchedules": []}, now)
        if name == "instruments":
            names = [("XBT" if coin.name == "BTC" else coin.name, coin.tick) for coin in self.coins]
            names += [(name, 0.01) for name in self.others()]
            return self.result({"instruments": [self.contract(*pair) for pair in names]}, now)
        if name == "tickers":
            return self.result({"tickers": [{
                "tag": "perpetual", "pair": coin.name + ":USD", "symbol": self.symbol(coin),
                "markPrice": float(coin.mark), "bid": float(coin.future_bid), "bidSize": 1.5,
                "ask": float(coin.future_ask), "askSize": 1.5, "vol24h": 123.4, "openInterest": 12.5,
                "last": float(coin.future_last), "lastSize": 0.1, "suspended": False,
                "indexPrice": float(coin.index_price), "fundingRate": 1e-5 * coin.price,
                "fundingRatePrediction": 1e-5 * coin.price} for coin in self.coins]}, now)
        if coin is None:
            return None
        if name == "historicalfundingrates":
            # Everything there ever was: two years here.
            return self.result({"rates": [{
                "timestamp": iso(time), "fundingRate": coin.price * coin.funding_rate(time // HOUR),
                "relativeFundingRate": coin.funding_rate(time // HOUR)}
                for time in stamps(now - 730 * DAY, now, HOUR)]}, now)
        if name == "orderbook":
            return self.result({"orderBook": {
                "bids": [[round(coin.price - n * coin.tick, 8), 1.5] for n in range(1, 51)],
                "asks": [[round(coin.price + n * coin.tick, 8), 1.5] for n in range(1, 51)]}}, now)
        return None

    def candles(self, path, query):
        coin = self.by_symbol[path.split("/")[5]]
        length = HOUR if path.endswith("/1h") else DAY
        rows = []
        for open in opens(int(query["from"]) * 1000, int(query["to"]) * 1000, length):
            close = "%.8f" % coin.close(open // length)
            rows.append({"time": open, "open": close, "high": close, "low": close, "close": close, "volume": "1.5"})
        return dump({"candles": rows, "more_candles": False})

    def result(self, fields, now):
        return dump({"result": "success", "serverTime": iso(now), **fields})

    def contract(self, name, tick):
        levels = [{
            "numNonContractUnits": 500_000 * place, "initialMargin": 0.02 * (place + 1),
            "maintenanceMargin": 0.01 * (place + 1)} for place in range(8)]
        return {
            "symbol": "PF_%sUSD" % name, "type": "flexible_futures", "tickSize": round(tick, 8), "contractSize": 1,
            "tradeable": True, "impactMidSize": 1, "maxPositionSize": 1_000_000,
            "openingDate": "2022-01-01T00:00:00.000Z", "marginLevels": levels, "fundingRateCoefficient": 8,
            "maxRelativeFundingRate": 0.001, "isin": "",
            "contractValueTradePrecision": 3, "postOnly": False, "feeScheduleUid": "", "category": "", "tags": [],
            "pair": name + ":USD", "base": name, "quote": "USD"}

    def receive(self, text, now):
        message = json.loads(text)
        feeds, keys = [], []
        for product in message.get("product_ids", []):
            coin = self.by_symbol.get(product)
            keys.append(product)
            if coin is not None and message["event"] == "subscribe":
                feeds.append(self.feed(product, coin))
        answer = dump({"event": message["event"] + "d", "feed": message["feed"], "product_ids": keys})
        return [answer], feeds, keys

    def feed(self, product, coin):
        return Feed(product, coin, 1, lambda now: (
            '{"feed":"ticker","product_id":"%s","bid":%s,"ask":%s,"bid_size":%s,"ask_size":%s,"volume":287575,"dtm":0,'
            '"leverage":"50x","index":%s,"premium":0.2,"last":%s,"time":%d,"change":0.6,"suspended":false,'
            '"tag":"perpetual","pair":"%s:USD","openInterest":393129.5,"markPrice":%s,"maturityTime":0,'
            '"funding_rate":0.1234,"relative_funding_rate":0.0000125,"funding_rate_prediction":0.1234,'
            '"relative_funding_rate_prediction":0.0000125,"next_funding_rate_time":%d,"post_only":false}'
            % (product, coin.future_bid, coin.future_ask, coin.size, coin.size, coin.index_price, coin.future_last,
               now, coin.name, coin.mark, (now // HOUR + 1) * HOUR)))
