"""Binance USDⓈ-M: perpetuals against USDT."""

import json

from .venue import DAY, HOUR, Feed, Venue, dump, milliseconds, opens, stamps


class Binance(Venue):
    name = "binance-usdm"
    funding = 8 * HOUR

    def symbol(self, coin):
        return coin.name + "USDT"

    def answer(self, path, query, body, now):
        name = path.rsplit("/", 1)[1]
        chosen = [self.by_symbol[query["symbol"]]] if query.get("symbol") in self.by_symbol else self.coins
        if name == "time":
            return dump({"serverTime": now})
        if name == "exchangeInfo":
            names = [(coin.name, coin.tick) for coin in self.coins] + [(name, 0.01) for name in self.others()]
            return dump({"timezone": "UTC", "serverTime": now, "symbols": [self.contract(*pair) for pair in names]})
        if name == "fundingInfo":
            return "[]"
        if name == "bookTicker":
            rows = [{
                "symbol": self.symbol(coin), "bidPrice": coin.future_bid, "bidQty": coin.size,
                "askPrice": coin.future_ask, "askQty": coin.size, "time": now} for coin in chosen]
            return dump(rows[0] if "symbol" in query else rows)
        if name == "premiumIndex":
            rows = [{
                "symbol": self.symbol(coin), "markPrice": coin.mark, "indexPrice": coin.index_price,
                "estimatedSettlePrice": coin.mark, "lastFundingRate": "0.00010000", "interestRate": "0.00010000",
                "nextFundingTime": self.next(now), "time": now} for coin in chosen]
            return dump(rows[0] if "symbol" in query else rows)
        return self.past(name, chosen[0], query, now)

    def past(self, name, coin, query, now):
        start, end = milliseconds(query, "startTime", 0), milliseconds(query, "endTime", now)
        if name == "fundingRate":
            rows = list(stamps(start - 1, end, self.funding))[: int(query.get("limit", 100))]
            return dump([{
                "symbol": self.symbol(coin), "fundingTime": time,
                "fundingRate": "%.8f" % (8 * coin.funding_rate(time // self.funding)),
                "markPrice": coin.future_last} for time in rows])
        if name == "klines":
            length = HOUR if query["interval"] == "1h" else DAY
            rows = [
                [open, "1", "1", "1", "%.8f" % coin.close(open // length), "10", open + length - 1, "1", 50, "1", "1",
                 "0"] for open in opens(start, end, length)]
            return dump(rows[: int(query.get("limit", 500))])
        if name == "depth":
            return dump({
                "lastUpdateId": coin.count, "E": now, "T": now,
                "bids": [["%.8f" % (coin.price - n * coin.tick), "1.5"] for n in range(1, 51)],
                "asks": [["%.8f" % (coin.price + n * coin.tick), "1.5"] for n in range(1, 51)]})
        return None

    def next(self, now):
        return (now // self.funding + 1) * self.funding

    def contract(self, name, tick):
        return {
            "symbol": name + "USDT", "pair": name + "USDT", "contractType": "PERPETUAL", "deliveryDate": 4133404800000,
            "onboardDate": 1569398400000, "status": "TRADING", "baseAsset": name, "quoteAsset": "USDT",
            "marginAsset": "USDT", "pricePrecision": 2, "quantityPrecision": 3, "underlyingType": "COIN",
            "orderTypes": ["LIMIT", "MARKET", "STOP", "STOP_MARKET", "TAKE_PROFIT", "TAKE_PROFIT_MARKET"],
            "timeInForce": ["GTC", "IOC", "FOK", "GTX", "GTD"], "filters": [
                {"filterType": "PRICE_FILTER", "tickSize": "%.8f" % tick, "minPrice": "0.01", "maxPrice": "4529764"},
                {"filterType": "LOT_SIZE", "stepSize": "0.001", "minQty": "0.001", "maxQty": "1000"},
                {"filterType": "MARKET_LOT_SIZE", "stepSize": "0.001", "minQty": "0.001", "maxQty": "120"},
                {"filterType": "MAX_NUM_ORDERS", "limit": 200}, {"filterType": "MIN_NOTIONAL", "notional": "5"}]}

    def receive(self, text, now):
        message = json.loads(text)
        feeds, ended = [], []
        for name in message["params"]:
            symbol, channel = name.split("@", 1)
            coin = self.by_symbol.get(symbol.upper())
            ended.append(name)
            if coin is not None and message["method"] == "SUBSCRIBE":
                feeds.append(self.feed(name, coin, channel))
        return ['{"result":null,"id":%d}' % message["id"]], feeds, ended

    def feed(self, name, coin, channel):
        symbol = self.symbol(coin)
        if channel == "bookTicker":
            return Feed(name, coin, 1, lambda now: (
                '{"stream":"%s","data":{"e":"bookTicker","u":%d,"s":"%s","b":"%s","B":"%s","a":"%s","A":"%s","T":%d,'
                '"E":%d,"ps":"%s","st":1}}'
                % (name, coin.count, symbol, coin.future_bid, coin.size, coin.future_ask, coin.size, now, now, symbol)))
        return Feed(name, coin, 10, lambda now: (
            '{"stream":"%s","data":{"e":"markPriceUpdate","E":%d,"s":"%s","p":"%s","ap":"%s","P":"%s","i":"%s",'
            '"r":"0.00010000","T":%d,"ps":"%s","st":1}}'
            % (name, now, symbol, coin.mark, coin.mark, coin.mark, coin.index_price, self.next(now), symbol)))
