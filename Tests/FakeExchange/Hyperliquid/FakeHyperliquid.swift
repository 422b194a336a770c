import Foundation
import HedgeModel
import Synchronization
import VenueTestServer

/// Hyperliquid as far as a hedge needs it: perpetuals a thousandth below the coin, margined in USDC.
public final class FakeHyperliquid: Sendable {
  /// The address whose account it shows.
  public static let address = "0x00000000000000000000000000000000000f4ce5"

  /// Its server.
  public let http: FakeServer
  let market: FakeMarket
  let account: Mutex<FakeAccount>

  /// The exchange, with an account of 20,000 USDC and no position.
  public init(_ market: FakeMarket, certificate: TestCertificate? = nil) async throws {
    self.market = market
    account = Mutex(FakeAccount(wallet: 20_000))
    http = try await FakeServer(certificate)
    http.serve("/info") { [weak self] in self?.answer($0.body) ?? .silence }
    http.server.play("/ws", [.awaitText("subscribe"), .text(#"{"channel":"subscriptionResponse","data":{}}"#)])
  }

  /// Changes the account.
  public func change(_ body: (inout FakeAccount) -> Void) { account.withLock { body(&$0) } }

  /// The mark price of a perpetual.
  public func mark(of coin: String) -> Double { (market.price(of: coin) * 0.999 * 100).rounded() / 100 }

  /// Sends the present values to everybody who subscribed.
  public func push() {
    http.server.perform(
      market.coins.flatMap { coin in
        let mark = mark(of: coin)
        let level = { (price: Double) in #"{"px":\#(quoted(price)),"sz":"3.0","n":2}"# }
        return [
          SessionStep.text(
            #"{"channel":"bbo","data":{"coin":"\#(coin)","time":\#(market.now.milliseconds),"#
              + #""bbo":[\#(level(mark - 1)),\#(level(mark + 1))]}}"#),
          .text(#"{"channel":"activeAssetCtx","data":{"coin":"\#(coin)","ctx":\#(context(of: coin))}}"#),
        ]
      } + [.text(#"{"channel":"pong"}"#)], at: "/ws")
  }

  private func answer(_ question: [String: Any]) -> ScriptedAnswer {
    switch question["type"] as? String {
    case "exchangeStatus": ScriptedAnswer(text: #"{"time":\#(market.now.milliseconds),"specialStatuses":null}"#)
    case "meta": ScriptedAnswer(text: meta)
    case "metaAndAssetCtxs":
      ScriptedAnswer(text: "[\(meta),[\(market.coins.map(context).joined(separator: ","))]]")
    case "spotMetaAndAssetCtxs": ScriptedAnswer(text: #"[{"universe":[],"tokens":[]},[]]"#)
    case "l2Book": book(of: question["coin"] as? String ?? "")
    case "candleSnapshot": candles(question["req"] as? [String: Any] ?? [:])
    case "fundingHistory": funding(question)
    case "clearinghouseState", "spotClearinghouseState", "userRole", "userFunding": personal(question)
    default: ScriptedAnswer(422, text: "Failed to deserialize the JSON body into the target type")
    }
  }

  private var meta: String {
    let rows = market.coins.map { #"{"name":"\#($0)","szDecimals":5,"maxLeverage":25,"marginTableId":25}"# }
    return #"{"universe":[\#(rows.joined(separator: ","))],"marginTables":[],"collateralToken":0}"#
  }

  private func context(of coin: String) -> String {
    let mark = mark(of: coin)
    return #"{"funding":"0.0000125","openInterest":"100.0","prevDayPx":\#(quoted(mark)),"dayNtlVlm":"1000.0","#
      + #""premium":"0.0","oraclePx":\#(quoted(market.price(of: coin))),"markPx":\#(quoted(mark)),"#
      + #""midPx":\#(quoted(mark))}"#
  }

  private func book(of coin: String) -> ScriptedAnswer {
    guard market.coins.contains(coin) else { return ScriptedAnswer(text: "null") }
    let mark = mark(of: coin)
    func side(_ sign: Double) -> String {
      (1...20).map { #"{"px":\#(quoted(mark + sign * Double($0))),"sz":"3.0","n":2}"# }.joined(separator: ",")
    }
    return ScriptedAnswer(
      text: #"{"coin":"\#(coin)","time":\#(market.now.milliseconds),"levels":[[\#(side(-1))],[\#(side(1))]]}"#)
  }

  private func candles(_ request: [String: Any]) -> ScriptedAnswer {
    let coin = request["coin"] as? String ?? ""
    let length: Int64 = request["interval"] as? String == "1h" ? 3_600_000 : 86_400_000
    guard let start = request["startTime"] as? Int64, let end = request["endTime"] as? Int64 else {
      return ScriptedAnswer(422, text: "missing field")
    }
    let opens = stride(from: (start + length - 1) / length * length, through: end, by: Int(length))
    return .list(
      opens.prefix(5000).map { open in
        let close = quoted(
          FakeMarket.close(of: coin, at: Timestamp(milliseconds: open), every: .milliseconds(length)))
        return #"{"t":\#(open),"T":\#(open + length - 1),"s":"\#(coin)","i":"1d","o":\#(close),"c":\#(close),"#
          + #""h":\#(close),"l":\#(close),"v":"10.0","n":50}"#
      })
  }

  /// Listed two months ago: 500 stamps in an answer, the oldest first.
  private func funding(_ question: [String: Any]) -> ScriptedAnswer {
    let hour: Int64 = 3_600_000
    let listed = market.now.milliseconds - 60 * 24 * hour
    let start = max(question["startTime"] as? Int64 ?? 0, listed)
    let times = stride(from: (start + hour - 1) / hour * hour, through: market.now.milliseconds, by: Int(hour))
    return .list(
      times.prefix(500).map {
        #"{"coin":"\#(question["coin"] as? String ?? "")","fundingRate":"0.0000125","premium":"0.0","time":\#($0)}"#
      })
  }
}
