"""Bybit linear: perpetuals against USDT."""

import json

from .venue import DAY, HOUR, Feed, Venue, dump, milliseconds, opens, stamps


class Bybit(Venue):
    name = "bybit-linear"
    convention = "bybit"
    funding = 8 * HOUR

    def symbol(self, coin):
        return coin.name + "USDT"

    def answer(self, path, query, body, now):
        name = path.removeprefix("/v5/market/")
        coin = self.by_symbol.get(query.get("symbol"))
        if name == "time":
            return self.result({"timeSecond": str(now // 1000), "timeNano": str(now * 1_000_000)}, now)
        if name == "instruments-info":
            names = [(coin.name, coin.tick) for coin in self.coins] + [(name, 0.01) for name in self.others()]
            return self.list([self.contract(*pair) for pair in names], now)
        if name == "tickers":
            return self.list([self.ticker(coin, now) for coin in ([coin] if coin else self.coins)], now)
        if name == "risk-limit":
            return self.list([{
                "id": place, "symbol": query["symbol"], "riskLimitValue": str(2_000_000 * place),
                "maintenanceMargin": str(0.005 * place), "initialMargin": str(0.01 * place), "isLowestRisk": 1,
                "maxLeverage": str(100 // place), "mmDeduction": ""} for place in range(1, 11)], now)
        return self.past(name, coin, query, now) if coin else None

    def past(self, name, coin, query, now):
        if name == "funding/history":
            start, end = milliseconds(query, "startTime", 0), milliseconds(query, "endTime", now)
            rows = list(stamps(start - 1, end, self.funding))[-int(query.get("limit", 200)):]
            return self.list([{
                "symbol": self.symbol(coin), "fundingRate": "%.8f" % (8 * coin.funding_rate(time // self.funding)),
                "fundingRateTimestamp": str(time)} for time in rows[::-1]], now)
        if name == "kline":
            length = DAY if query["interval"] == "D" else HOUR
            rows = list(opens(int(query["start"]), int(query["end"]), length))[-int(query["limit"]):]
            return self.list([[str(open), "1", "1", "1", "%.8f" % coin.close(open // length), "10", "10"]
                              for open in rows[::-1]], now)
        if name == "orderbook":
            return self.result({
                "s": self.symbol(coin), "ts": now, "u": coin.count,
                "b": [["%.8f" % (coin.price - n * coin.tick), "1.5"] for n in range(1, 51)],
                "a": [["%.8f" % (coin.price + n * coin.tick), "1.5"] for n in range(1, 51)]}, now)
        return None

    def result(self, result, now):
        return dump({"retCode": 0, "retMsg": "OK", "result": result, "retExtInfo": {}, "time": now})

    def list(self, rows, now):
        return self.result({"category": "linear", "list": rows, "nextPageCursor": ""}, now)

    def contract(self, name, tick):
        return {
            "symbol": name + "USDT", "contractType": "LinearPerpetual", "status": "Trading", "baseCoin": name,
            "quoteCoin": "USDT", "launchTime": "1585526400000", "deliveryTime": "0", "deliveryFeeRate": "",
            "priceScale": "2", "leverageFilter": {"minLeverage": "1", "maxLeverage": "100.00", "leverageStep": "0.01"},
            "priceFilter": {"minPrice": "0.10", "maxPrice": "199999.80", "tickSize": "%.8f" % tick},
            "lotSizeFilter": {
                "maxOrderQty": "100.000", "minOrderQty": "0.001", "qtyStep": "0.001", "minNotionalValue": "5"},
            "unifiedMarginTrade": True, "fundingInterval": 480, "settleCoin": "USDT", "copyTrading": "both"}

    def ticker(self, coin, now):
        return {
            "symbol": self.symbol(coin), "tickDirection": "MinusTick", "price24hPcnt": "0.023362",
            "lastPrice": coin.future_last, "prevPrice24h": coin.last, "highPrice24h": coin.last,
            "lowPrice24h": coin.last, "prevPrice1h": coin.last, "markPrice": coin.mark,
            "indexPrice": coin.index_price, "openInterest": "449736", "openInterestValue": "15747.08",
            "turnover24h": "23389.1894", "volume24h": "661543.991", "nextFundingTime": str(self.next(now)),
            "fundingRate": "0.0001", "bid1Price": coin.future_bid, "bid1Size": coin.size,
            "ask1Price": coin.future_ask, "ask1Size": coin.size, "fundingIntervalHour": "8"}

    def next(self, now):
        return (now // self.funding + 1) * self.funding

    def receive(self, text, now):
        message = json.loads(text)
        if message["op"] == "ping":
            return ['{"success":true,"ret_msg":"pong","conn_id":"1","op":"ping"}'], [], []
        feeds = []
        for topic in message["args"]:
            coin = self.by_symbol.get(topic.removeprefix("tickers."))
            if coin is not None and message["op"] == "subscribe":
                feeds.append(self.feed(topic, coin))
        answer = dump({
            "success": True, "ret_msg": "", "conn_id": "1", "req_id": message.get("req_id", ""), "op": message["op"]})
        return [answer], feeds, message["args"]

    def feed(self, topic, coin):
        symbol = self.symbol(coin)

        def snapshot(now):
            return dump({
                "topic": topic, "type": "snapshot", "data": self.ticker(coin, now), "cs": coin.count * 2, "ts": now})

        return Feed(topic, coin, 1, lambda now: (
            '{"topic":"%s","type":"delta","data":{"symbol":"%s","tickDirection":"PlusTick","lastPrice":"%s",'
            '"markPrice":"%s","indexPrice":"%s","openInterestValue":"15747.08","turnover24h":"23389.1894",'
            '"volume24h":"661543.991","bid1Price":"%s","bid1Size":"%s","ask1Price":"%s","ask1Size":"%s"},'
            '"cs":%d,"ts":%d}'
            % (topic, symbol, coin.future_last, coin.mark, coin.index_price, coin.future_bid, coin.size,
               coin.future_ask, coin.size, coin.count * 2, now)), first=snapshot)
