"""Coinbase Exchange: coins against dollars."""

import json
from datetime import datetime, timezone

from .venue import Feed, Venue, dump, opens


def iso(now):
    return datetime.fromtimestamp(now / 1000, timezone.utc).strftime("%Y-%m-%dT%H:%M:%S.%f") + "Z"


class Coinbase(Venue):
    name = "coinbase"
    candles_of_page = 300

    def symbol(self, coin):
        return coin.name + "-USD"

    def answer(self, path, query, body, now):
        if path == "/time":
            return dump({"iso": iso(now), "epoch": now / 1000})
        if path == "/products":
            names = [(coin.name, coin.tick) for coin in self.coins] + [(name, 0.01) for name in self.others()]
            return dump([self.product(name, tick) for name, tick in names])
        parts = path.split("/")
        coin = self.by_symbol.get(parts[2]) if len(parts) == 4 else None
        if coin is None:
            return None
        if parts[3] == "ticker":
            return dump({
                "ask": coin.ask, "bid": coin.bid, "volume": "1234.5", "trade_id": coin.count, "price": coin.last,
                "size": coin.size, "time": iso(now)})
        if parts[3] == "book":
            return dump({
                "bids": [["%.8f" % (coin.price - n * coin.tick), "1.5", 2] for n in range(1, 51)],
                "asks": [["%.8f" % (coin.price + n * coin.tick), "1.5", 2] for n in range(1, 51)]})
        return self.candles(coin, query)

    def product(self, name, tick):
        return {
            "id": name + "-USD", "base_currency": name, "quote_currency": "USD", "quote_increment": "%.8f" % tick,
            "base_increment": "0.00000001", "display_name": name + "/USD", "min_market_funds": "1",
            "margin_enabled": False, "post_only": False, "limit_only": False, "cancel_only": False,
            "status": "online", "status_message": "", "trading_disabled": False, "auction_mode": False}

    def candles(self, coin, query):
        length = int(query["granularity"]) * 1000
        start, end = (int(datetime.fromisoformat(query[key].replace("Z", "+00:00")).timestamp() * 1000)
                      for key in ("start", "end"))
        rows = []
        for open in list(opens(start, end, length))[: self.candles_of_page]:
            close = coin.close(open // length)
            rows.append([open // 1000, close * 0.99, close * 1.01, close, close, 12.5])
        return dump(rows[::-1])

    def receive(self, text, now):
        message = json.loads(text)
        feeds, ended = [], []
        for product in message["product_ids"]:
            coin = self.by_symbol.get(product)
            if coin is None:
                return [dump({"type": "error", "message": "Failed to subscribe", "reason": product})], [], []
            for channel in message["channels"]:
                key = (channel, product)
                ended.append(key)
                if message["type"] == "subscribe":
                    feeds.append(self.feed(key, coin))
        return [dump({"type": "subscriptions", "channels": []})], feeds, ended

    def feed(self, key, coin):
        product = self.symbol(coin)
        if key[0] == "heartbeat":
            return Feed(key, coin, 10, lambda now: (
                '{"type":"heartbeat","last_trade_id":%d,"product_id":"%s","sequence":%d,"time":"%s"}'
                % (coin.count, product, coin.count * 3, iso(now))))
        return Feed(key, coin, 1, lambda now: (
            '{"type":"ticker","sequence":%d,"product_id":"%s","price":"%s","open_24h":"%s","volume_24h":"94381.28",'
            '"low_24h":"%s","high_24h":"%s","volume_30d":"2295579.57","best_bid":"%s","best_bid_size":"%s",'
            '"best_ask":"%s","best_ask_size":"%s","side":"buy","time":"%s","trade_id":%d,"last_size":"0.04"}'
            % (coin.count * 3, product, coin.last, coin.last, coin.bid, coin.ask, coin.bid, coin.size, coin.ask,
               coin.size, iso(now), coin.count)))


