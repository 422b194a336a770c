"""Hyperliquid: perpetuals against USDC, funding every hour."""

import json

from .venue import DAY, HOUR, Feed, Venue, dump, opens, stamps


class Hyperliquid(Venue):
    name = "hyperliquid"
    convention = "hyperliquid"
    funding_of_page = 500

    def symbol(self, coin):
        return coin.name

    def answer(self, path, query, body, now):
        question = json.loads(body)
        kind = question["type"]
        coin = self.by_symbol.get(question.get("coin") or question.get("req", {}).get("coin"))
        if kind == "exchangeStatus":
            return dump({"time": now, "specialStatuses": None})
        if kind == "meta":
            return dump(self.meta())
        if kind == "metaAndAssetCtxs":
            padding = [self.context(self.coins[0]) for _ in self.others()]
            return dump([self.meta(), [self.context(coin) for coin in self.coins] + padding])
        if kind == "spotMetaAndAssetCtxs":
            return dump([{"universe": [], "tokens": []}, []])
        if coin is None:
            return "null"
        if kind == "fundingHistory":
            rows = list(stamps(question["startTime"] - 1, now, HOUR))[: self.funding_rows or self.funding_of_page]
            return dump([{
                "coin": coin.name, "fundingRate": "%.10f" % coin.funding_rate(time // HOUR), "premium": "0.0000125",
                "time": time + 76} for time in rows])
        if kind == "candleSnapshot":
            return self.candles(coin, question["req"])
        if kind == "l2Book":
            sides = [[{"px": "%.8f" % (coin.price + sign * n * coin.tick), "sz": "3.0", "n": 2} for n in range(1, 21)]
                     for sign in (-1, 1)]
            return dump({"coin": coin.name, "time": now, "levels": sides})
        return None

    def candles(self, coin, request):
        length = HOUR if request["interval"] == "1h" else DAY
        rows = []
        for open in opens(request["startTime"], request["endTime"], length):
            close = "%.8f" % coin.close(open // length)
            rows.append({
                "t": open, "T": open + length - 1, "s": coin.name, "i": request["interval"], "o": close, "c": close,
                "h": close, "l": close, "v": "10.0", "n": 50})
        return dump(rows)

    def meta(self):
        names = [coin.name for coin in self.coins] + self.others()
        return {
            "universe": [{"name": name, "szDecimals": 3, "maxLeverage": 40, "marginTableId": 40} for name in names],
            "marginTables": [], "collateralToken": 0}

    def context(self, coin):
        return {
            "funding": "0.0000125", "openInterest": "18617460.0", "prevDayPx": coin.last, "dayNtlVlm": "7665220.55613",
            "premium": "0.00008521", "oraclePx": coin.index_price, "markPx": coin.mark, "midPx": coin.future_last,
            "impactPxs": [coin.future_bid, coin.future_ask], "dayBaseVlm": "1234.5"}

    def receive(self, text, now):
        message = json.loads(text)
        if message["method"] == "ping":
            return ['{"channel":"pong"}'], [], []
        wanted = message["subscription"]
        key = (wanted["type"], wanted["coin"])
        coin = self.by_symbol.get(wanted["coin"])
        answer = dump({"channel": "subscriptionResponse", "data": message})
        if coin is None or message["method"] != "subscribe":
            return [answer], [], [key]
        return [answer], [self.feed(key, coin)], [key]

    def feed(self, key, coin):
        if key[0] == "bbo":
            return Feed(key, coin, 1, lambda now: (
                '{"channel":"bbo","data":{"coin":"%s","time":%d,"bbo":[{"px":"%s","sz":"%s","n":1},'
                '{"px":"%s","sz":"%s","n":2}]}}'
                % (coin.name, now, coin.future_bid, coin.size, coin.future_ask, coin.size)))
        # It comes whenever the oracle speaks, about every 3 s.
        return Feed(key, coin, 30, lambda now: dump({
            "channel": "activeAssetCtx", "data": {"coin": coin.name, "ctx": self.context(coin)}}),
            first=lambda now: dump({
                "channel": "activeAssetCtx", "data": {"coin": coin.name, "ctx": self.context(coin)}}))
