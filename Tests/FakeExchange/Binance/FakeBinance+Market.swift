import Foundation
import HedgeModel
import VenueTestServer

extension FakeBinance {
  func serveTime() {
    for path in ["/fapi/v1/time", "/api/v3/time"] {
      http.serve(path) { [market] _ in
        ScriptedAnswer(
          headers: ["X-MBX-USED-WEIGHT-1M": "12"], text: #"{"serverTime":\#(market.now.milliseconds)}"#)
      }
    }
  }

  func serveInstruments() {
    http.serve("/fapi/v1/exchangeInfo") { [market] _ in
      let rows = market.coins.map { coin in
        #"{"symbol":"\#(coin)USDT","pair":"\#(coin)USDT","contractType":"PERPETUAL","deliveryDate":4133404800000,"#
          + #""status":"TRADING","baseAsset":"\#(coin)","quoteAsset":"USDT","marginAsset":"USDT","#
          + #""filters":[{"filterType":"PRICE_FILTER","tickSize":"0.10"},"#
          + #"{"filterType":"LOT_SIZE","stepSize":"0.001","minQty":"0.001"},"#
          + #"{"filterType":"MIN_NOTIONAL","notional":"100"}]}"#
      }
      return ScriptedAnswer(text: #"{"timezone":"UTC","symbols":[\#(rows.joined(separator: ","))]}"#)
    }
    http.serve("/api/v3/exchangeInfo") { [market] _ in
      let rows = market.coins.map { coin in
        #"{"symbol":"\#(coin)USDT","status":"TRADING","baseAsset":"\#(coin)","quoteAsset":"USDT","#
          + #""isSpotTradingAllowed":true,"filters":[{"filterType":"PRICE_FILTER","tickSize":"0.01"},"#
          + #"{"filterType":"LOT_SIZE","stepSize":"0.00001","minQty":"0.00001"},"#
          + #"{"filterType":"NOTIONAL","minNotional":"5"}]}"#
      }
      return ScriptedAnswer(text: #"{"timezone":"UTC","symbols":[\#(rows.joined(separator: ","))]}"#)
    }
    http.serve("/fapi/v1/fundingInfo") { [market] _ in
      .list(market.coins.map { #"{"symbol":"\#($0)USDT","fundingIntervalHours":8,"disclaimer":false}"# })
    }
  }

  func serveValues() {
    serveRows("/fapi/v1/ticker/bookTicker") { exchange, coin in
      let mark = exchange.mark(of: coin)
      return
        #"{"symbol":"\#(coin)USDT","bidPrice":\#(quoted(mark - 1)),"bidQty":"1.5","askPrice":\#(quoted(mark + 1)),"#
        + #""askQty":"2.5","time":\#(exchange.market.now.milliseconds)}"#
    }
    serveRows("/fapi/v1/premiumIndex") { exchange, coin in
      #"{"symbol":"\#(coin)USDT","markPrice":\#(quoted(exchange.mark(of: coin))),"#
        + #""indexPrice":\#(quoted(exchange.market.price(of: coin))),"lastFundingRate":"0.00010000","#
        + #""nextFundingTime":\#(exchange.nextFunding),"time":\#(exchange.market.now.milliseconds)}"#
    }
    serveRows("/api/v3/ticker/bookTicker") { exchange, coin in
      let price = exchange.market.price(of: coin)
      return
        #"{"symbol":"\#(coin)USDT","bidPrice":\#(quoted(price - 1)),"bidQty":"1","askPrice":\#(quoted(price + 1)),"#
        + #""askQty":"1"}"#
    }
    http.serve("/fapi/v1/depth") { [weak self] question in
      guard let self else { return .silence }
      let mark = mark(of: coin(question.parameters["symbol"] ?? ""))
      func side(_ sign: Double) -> String {
        (1...50).map { "[\(quoted(mark + sign * Double($0))),\"4.000\"]" }.joined(separator: ",")
      }
      return ScriptedAnswer(
        text: #"{"lastUpdateId":1,"E":\#(market.now.milliseconds),"bids":[\#(side(-1))],"asks":[\#(side(1))]}"#)
    }
  }

  /// The row of the symbol that is asked for, or those of all.
  private func serveRows(_ path: String, _ row: @escaping @Sendable (FakeBinance, String) -> String) {
    http.serve(path) { [weak self] question in
      guard let self else { return .silence }
      guard let symbol = question.parameters["symbol"] else { return .list(market.coins.map { row(self, $0) }) }
      guard market.coins.contains(coin(symbol)) else {
        return ScriptedAnswer(400, text: #"{"code":-1121,"msg":"Invalid symbol."}"#)
      }
      return ScriptedAnswer(text: row(self, coin(symbol)))
    }
  }

  func serveHistory() {
    for path in ["/fapi/v1/klines", "/api/v3/klines"] {
      http.serve(path) { [weak self] in self?.bars($0) ?? .silence }
    }
    http.serve("/fapi/v1/fundingRate") { [weak self] in self?.funding($0) ?? .silence }
  }

  private func bars(_ question: FakeQuestion) -> ScriptedAnswer {
    let length: Int64 = question.parameters["interval"] == "1h" ? 3_600_000 : 86_400_000
    let coin = coin(question.parameters["symbol"] ?? "")
    guard let start = question.milliseconds("startTime"), let end = question.milliseconds("endTime") else {
      return ScriptedAnswer(400, text: #"{"code":-1102,"msg":"Mandatory parameter was not sent."}"#)
    }
    let opens = stride(from: (start + length - 1) / length * length, through: end, by: Int(length))
    return .list(
      opens.prefix(Int(question.milliseconds("limit") ?? 500)).map { open in
        let close = quoted(
          FakeMarket.close(of: coin, at: Timestamp(milliseconds: open), every: .milliseconds(length)))
        return
          #"[\#(open),\#(close),\#(close),\#(close),\#(close),"10",\#(open + length - 1),"600000",90,"5","300000","0"]"#
      })
  }

  private func funding(_ question: FakeQuestion) -> ScriptedAnswer {
    let interval: Int64 = 8 * 3_600_000
    guard let start = question.milliseconds("startTime"), let end = question.milliseconds("endTime") else {
      return ScriptedAnswer(400, text: #"{"code":-1102,"msg":"Mandatory parameter was not sent."}"#)
    }
    let times = stride(from: (start + interval - 1) / interval * interval, through: end, by: Int(interval))
    return .list(
      times.prefix(Int(question.milliseconds("limit") ?? 100)).map {
        #"{"symbol":"\#(question.parameters["symbol"] ?? "")","fundingTime":\#($0),"fundingRate":"0.00010000","#
          + #""markPrice":"60000.00"}"#
      })
  }
}
