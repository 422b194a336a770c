import Foundation
import HedgeModel
import VenueTestServer

/// Coinbase Exchange as far as prices of coins need it: a bid a dollar below and an ask a dollar above the price.
public final class FakeCoinbase: Sendable {
  /// Its server.
  public let http: FakeServer
  private let market: FakeMarket

  /// The exchange.
  public init(_ market: FakeMarket, certificate: TestCertificate? = nil) async throws {
    self.market = market
    http = try await FakeServer(certificate)
    http.serve("/time") { [market] _ in
      ScriptedAnswer(text: #"{"iso":"\#(Self.iso(market.now))","epoch":\#(Double(market.now.milliseconds) / 1000)}"#)
    }
    http.serve("/products") { [market] _ in .list(market.coins.map(Self.product)) }
    for coin in market.coins { serve(coin) }
    http.server.play("/", [.awaitText("subscribe"), .text(#"{"type":"subscriptions","channels":[]}"#)])
  }

  private func serve(_ coin: String) {
    let path = "/products/\(coin)-USD"
    http.serve("\(path)/ticker") { [market] _ in
      let price = market.price(of: coin)
      return ScriptedAnswer(
        text: #"{"trade_id":7,"price":\#(quoted(price)),"size":"0.1","time":"\#(Self.iso(market.now))","#
          + #""bid":\#(quoted(price - 1)),"ask":\#(quoted(price + 1)),"volume":"5000"}"#)
    }
    http.serve("\(path)/candles") { Self.candles(coin, $0) }
    http.serve("\(path)/book") { [market] _ in
      let price = market.price(of: coin)
      let bids = (1...20).map { #"[\#(quoted(price - Double($0))),"2.5",3]"# }.joined(separator: ",")
      let asks = (1...20).map { #"[\#(quoted(price + Double($0))),"2.5",3]"# }.joined(separator: ",")
      return ScriptedAnswer(text: #"{"bids":[\#(bids)],"asks":[\#(asks)],"sequence":\#(market.nextSequence())}"#)
    }
  }

  /// Sends the present values to everybody who subscribed.
  public func push() {
    http.server.perform(
      market.coins.flatMap { coin in [SessionStep.text(ticker(coin)), .text(heartbeat(coin))] }, at: "/")
  }

  private func ticker(_ coin: String) -> String {
    let price = market.price(of: coin)
    return #"{"type":"ticker","sequence":\#(market.nextSequence()),"product_id":"\#(coin)-USD","#
      + #""price":\#(quoted(price)),"best_bid":\#(quoted(price - 1)),"best_ask":\#(quoted(price + 1)),"#
      + #""side":"buy","time":"\#(Self.iso(market.now))","trade_id":7,"last_size":"0.1"}"#
  }

  private func heartbeat(_ coin: String) -> String {
    #"{"type":"heartbeat","sequence":\#(market.nextSequence()),"last_trade_id":7,"product_id":"\#(coin)-USD","#
      + #""time":"\#(Self.iso(market.now))"}"#
  }

  private static func product(_ coin: String) -> String {
    #"{"id":"\#(coin)-USD","base_currency":"\#(coin)","quote_currency":"USD","quote_increment":"0.01","#
      + #""base_increment":"0.00000001","min_market_funds":"1","status":"online","trading_disabled":false,"#
      + #""post_only":false,"display_name":"\#(coin)/USD"}"#
  }

  /// Newest first; at most 300.
  private static func candles(_ coin: String, _ question: FakeQuestion) -> ScriptedAnswer {
    guard let length = question.milliseconds("granularity").map({ $0 * 1000 }),
      let start = question.parameters["start"].flatMap(instant), let end = question.parameters["end"].flatMap(instant)
    else { return ScriptedAnswer(400, text: #"{"message":"Unsupported granularity"}"#) }
    let opens = stride(from: (start + length - 1) / length * length, through: end, by: Int(length)).suffix(300)
    return .list(
      opens.reversed().map { open in
        let close = FakeMarket.close(
          of: coin, at: Timestamp(milliseconds: open), every: .milliseconds(length))
        return "[\(open / 1000),\(close - 1),\(close + 1),\(close),\(close),12.5]"
      })
  }

  private static func instant(_ text: String) -> Int64? {
    (try? Date(text, strategy: .iso8601)).map { Int64($0.timeIntervalSince1970 * 1000) }
  }

  private static func iso(_ instant: Timestamp) -> String {
    let date = Date(timeIntervalSince1970: Double(instant.milliseconds) / 1000)
    return date.formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
  }
}
