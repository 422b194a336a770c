"""OKX: swaps against USDT."""

import json

from .venue import DAY, HOUR, Feed, Venue, dump, opens, stamps


class OKX(Venue):
    name = "okx"
    convention = "okx"
    funding = 8 * HOUR
    # It tells funding of the last three months only.
    funding_kept = 94 * DAY

    def symbol(self, coin):
        return coin.name + "-USDT-SWAP"

    def answer(self, path, query, body, now):
        name = path.rsplit("/", 1)[1]
        coin = self.by_symbol.get(query.get("instId"))
        chosen = [coin] if coin else self.coins
        if name == "time":
            return self.data([{"ts": str(now)}])
        if name == "instruments":
            names = [(coin.name, coin.tick) for coin in self.coins] + [(name, 0.01) for name in self.others()]
            return self.data([self.contract(*pair) for pair in names] if query["instType"] == "SWAP" else [])
        if name in ("tickers", "ticker"):
            return self.data([self.ticker(coin, now) for coin in chosen])
        if name == "mark-price":
            return self.data([{
                "instType": "SWAP", "instId": self.symbol(coin), "markPx": coin.mark, "ts": str(now)}
                for coin in chosen])
        if name == "index-tickers":
            return self.data([{"instId": coin.name + "-USDT", "idxPx": coin.index_price, "ts": str(now)}
                              for coin in self.coins])
        if name == "funding-rate":
            return self.data([self.rate(coin, now) for coin in chosen])
        if name == "position-tiers":
            return self.data([{
                "instFamily": family, "uly": family, "tier": str(place), "minSz": str(20_000 * (place - 1)),
                "maxSz": str(20_000 * place), "mmr": str(0.004 * place), "imr": str(0.01 * place),
                "maxLever": str(100 // place)} for family in query["instFamily"].split(",") for place in range(1, 11)])
        return self.past(name, coin, query, now) if coin else None

    def past(self, name, coin, query, now):
        before = int(query.get("after", now + 1))
        limit = int(query.get("limit", 100))
        if name == "funding-rate-history":
            since = max(int(query.get("before", 0)), now - self.funding_kept)
            rows = list(stamps(since, min(now, before - 1), self.funding))[-limit:]
            rates = ["%.10f" % (8 * coin.funding_rate(time // self.funding)) for time in rows]
            return self.data([{
                "instType": "SWAP", "instId": self.symbol(coin), "fundingRate": rate, "realizedRate": rate,
                "fundingTime": str(time), "method": "current_period", "formulaType": "noRate"}
                for time, rate in list(zip(rows, rates))[::-1]])
        if name in ("candles", "history-candles"):
            length = DAY if query["bar"].startswith("1D") else HOUR
            rows = opens(before - limit * length, before - 1, length)
            return self.data([
                [str(open), "1", "1", "1", "%.8f" % coin.close(open // length), "10", "10", "10",
                 "1" if open + length <= now else "0"] for open in rows[::-1]])
        if name == "books":
            return self.data([{
                "bids": [["%.8f" % (coin.price - n * coin.tick), "1.5", "0", "3"] for n in range(1, 51)],
                "asks": [["%.8f" % (coin.price + n * coin.tick), "1.5", "0", "3"] for n in range(1, 51)],
                "ts": str(now)}])
        return None

    def data(self, rows):
        return dump({"code": "0", "msg": "", "data": rows})

    def contract(self, name, tick):
        return {
            "alias": "", "baseCcy": "", "category": "1", "ctMult": "1", "ctType": "linear", "ctVal": "0.01",
            "ctValCcy": name, "expTime": "", "instFamily": name + "-USDT", "instId": name + "-USDT-SWAP",
            "instType": "SWAP", "lever": "100", "listTime": "1573557408000", "lotSz": "0.01", "maxIcebergSz": "1000000",
            "maxLmtSz": "1000000", "maxMktSz": "6000", "minSz": "0.01", "optType": "", "quoteCcy": "",
            "settleCcy": "USDT", "state": "live", "stk": "", "tickSz": "%.8f" % tick, "uly": name + "-USDT"}

    def ticker(self, coin, now):
        return {
            "instType": "SWAP", "instId": self.symbol(coin), "last": coin.future_last, "lastSz": "1",
            "askPx": coin.future_ask, "askSz": coin.size, "bidPx": coin.future_bid, "bidSz": coin.size,
            "open24h": coin.last, "high24h": coin.last, "low24h": coin.last, "volCcy24h": "2620.289",
            "vol24h": "779573", "ts": str(now)}

    def rate(self, coin, now):
        next = (now // self.funding + 1) * self.funding
        return {
            "fundingRate": "0.0001534702159002", "fundingTime": str(next), "instId": self.symbol(coin),
            "instType": "SWAP", "method": "current_period", "nextFundingRate": "",
            "nextFundingTime": str(next + self.funding), "ts": str(now)}

    def receive(self, text, now):
        if text == "ping":
            return ["pong"], [], []
        message = json.loads(text)
        answers, feeds, ended = [], [], []
        for argument in message["args"]:
            key = (argument["channel"], argument["instId"])
            ended.append(key)
            answers.append(dump({"event": message["op"], "arg": argument, "connId": "a4d3ae55"}))
            name = argument["instId"]
            coin = self.by_symbol.get(name if name.endswith("-SWAP") else name + "-SWAP")
            if coin is not None and message["op"] == "subscribe":
                feeds.append(self.feed(key, coin))
        return answers, feeds, ended

    def feed(self, key, coin):
        channel, name = key
        argument = '{"arg":{"channel":"%s","instId":"%s"},"data":[' % key
        if channel == "tickers":
            return Feed(key, coin, 1, lambda now: (
                argument + '{"instType":"SWAP","instId":"%s","last":"%s","lastSz":"1","askPx":"%s","askSz":"%s",'
                '"bidPx":"%s","bidSz":"%s","open24h":"%s","high24h":"%s","low24h":"%s","sodUtc0":"%s","sodUtc8":"%s",'
                '"volCcy24h":"2620.289","vol24h":"779573","ts":"%d"}]}'
                % (name, coin.future_last, coin.future_ask, coin.size, coin.future_bid, coin.size, coin.last,
                   coin.last, coin.last, coin.last, coin.last, now)))
        if channel == "mark-price":
            return Feed(key, coin, 2, lambda now: (
                argument + '{"instType":"SWAP","instId":"%s","markPx":"%s","ts":"%d"}]}' % (name, coin.mark, now)))
        if channel == "index-tickers":
            return Feed(key, coin, 1, lambda now: (
                argument + '{"instId":"%s","idxPx":"%s","open24h":"%s","high24h":"%s","low24h":"%s","sodUtc0":"%s",'
                '"sodUtc8":"%s","ts":"%d"}]}'
                % (name, coin.index_price, coin.last, coin.last, coin.last, coin.last, coin.last, now)))
        return Feed(key, coin, 600, lambda now: argument + dump(self.rate(coin, now)) + "]}",
                    first=lambda now: argument + dump(self.rate(coin, now)) + "]}")
