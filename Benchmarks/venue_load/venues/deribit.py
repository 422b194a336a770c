"""Deribit: perpetuals against USDC, funding that accrues and is told by the hour."""

import json

from .venue import HOUR, Feed, Venue, dump, opens, stamps


class Deribit(Venue):
    name = "deribit"
    convention = "deribit"

    def symbol(self, coin):
        return coin.name + "_USDC-PERPETUAL"

    def answer(self, path, query, body, now):
        name = path.rsplit("/", 1)[1]
        coin = self.by_symbol.get(query.get("instrument_name"))
        if name == "get_time":
            return self.result(now)
        if name == "get_instruments":
            names = [(coin.name, coin.tick) for coin in self.coins] + [(name, 0.01) for name in self.others()]
            return self.result([self.contract(*pair) for pair in names])
        if coin is None:
            return None
        if name == "ticker":
            return '{"jsonrpc":"2.0","result":%s}' % self.ticker(coin, now)
        if name == "get_order_book":
            return self.result({
                "bids": [[round(coin.price - n * coin.tick, 8), 1.5] for n in range(1, 51)],
                "asks": [[round(coin.price + n * coin.tick, 8), 1.5] for n in range(1, 51)], "timestamp": now})
        start, end = int(query["start_timestamp"]), int(query["end_timestamp"])
        if name == "get_funding_rate_history":
            return self.result([{
                "timestamp": time, "index_price": coin.price, "prev_index_price": coin.price,
                "interest_8h": 8 * coin.funding_rate(time // HOUR), "interest_1h": coin.funding_rate(time // HOUR)}
                for time in stamps(start - 1, end, HOUR)])
        if name == "get_tradingview_chart_data":
            hours = list(opens(start, end, HOUR))
            closes = [coin.close(open // HOUR) for open in hours]
            return self.result({
                "status": "ok", "ticks": hours, "open": closes, "high": closes, "low": closes, "close": closes,
                "volume": [1.5] * len(hours), "cost": [1.5] * len(hours)})
        return None

    def result(self, result):
        return dump({"jsonrpc": "2.0", "result": result, "usIn": 1, "usOut": 2, "usDiff": 1, "testnet": False})

    def contract(self, name, tick):
        return {
            "tick_size": round(tick, 8), "taker_commission": 0.0005, "settlement_period": "perpetual",
            "settlement_currency": "USDC", "quote_currency": "USDC", "counter_currency": "USDC",
            "price_index": name.lower() + "_usdc", "min_trade_amount": 0.001, "max_leverage": 50,
            "maker_commission": 0.0, "kind": "future", "is_active": True, "instrument_type": "linear",
            "instrument_name": name + "_USDC-PERPETUAL", "expiration_timestamp": 32503708800000,
            "creation_timestamp": 1618833701000, "contract_size": 0.001, "base_currency": name}

    def ticker(self, coin, now):
        return (
            '{"timestamp":%d,"stats":{"volume_usd":284061480,"volume":7871.02,"price_change":0.7229,"low":%s,'
            '"high":%s},'
            '"state":"open","settlement_price":%s,"open_interest":502097590,"min_price":%s,"max_price":%s,'
            '"mark_price":%s,"last_price":%s,"interest_value":1.7362511643080387,"instrument_name":"%s",'
            '"index_price":%s,"funding_8h":2.11e-05,"estimated_delivery_price":%s,"current_funding":0.0000312,'
            '"best_bid_price":%s,"best_bid_amount":%s,"best_ask_price":%s,"best_ask_amount":%s}'
            % (now, coin.last, coin.last, coin.last, coin.last, coin.last, coin.mark, coin.future_last,
               self.symbol(coin), coin.index_price, coin.index_price, coin.future_bid, coin.size, coin.future_ask,
               coin.size))

    def receive(self, text, now):
        message = json.loads(text)
        method = message["method"]
        if method in ("public/set_heartbeat", "public/test"):
            return [dump({"jsonrpc": "2.0", "id": message["id"], "result": "ok"})], [], []
        channels = message["params"]["channels"]
        feeds = []
        for channel in channels:
            coin = self.by_symbol.get(channel.split(".")[1])
            if coin is not None and method == "public/subscribe":
                feeds.append(self.feed(channel, coin))
        return [dump({"jsonrpc": "2.0", "id": message["id"], "result": channels})], feeds, channels

    def feed(self, channel, coin):
        return Feed(channel, coin, 1, lambda now: (
            '{"jsonrpc":"2.0","method":"subscription","params":{"channel":"%s","data":%s}}'
            % (channel, self.ticker(coin, now))))
