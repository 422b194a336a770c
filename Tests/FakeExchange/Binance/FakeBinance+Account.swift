import Crypto
import Foundation
import HedgeModel
import Synchronization
import VenueTestServer

/// What only the owner of the key is told.
extension FakeBinance {
  func serveAccount() {
    serveSigned("/fapi/v3/account") { $0.summary() }
    serveSigned("/fapi/v3/positionRisk") { .list($0.rows(withRisk: true)) }
    serveSigned("/fapi/v1/symbolConfig") { exchange in
      .list(exchange.market.coins.map { #"{"symbol":"\#($0)USDT","marginType":"CROSSED","leverage":5}"# })
    }
    serveSigned("/fapi/v1/leverageBracket") { exchange in
      .list(exchange.market.coins.map { #"{"symbol":"\#($0)USDT","brackets":[\#(Self.brackets)]}"# })
    }
    serveSigned("/fapi/v1/income") { _ in .list([]) }
    serveSigned("/api/v3/account") { exchange in
      let rows = exchange.account.withLock(\.coins).sorted { $0.key < $1.key }.map {
        #"{"asset":"\#($0.key)","free":\#(quoted($0.value, 8)),"locked":"0.00000000"}"#
      }
      return ScriptedAnswer(text: #"{"canTrade":true,"balances":[\#(rows.joined(separator: ","))]}"#)
    }
    serveSigned("/sapi/v1/account/apiRestrictions") { exchange in
      let mayTrade = exchange.account.withLock(\.keyMayTrade)
      return ScriptedAnswer(
        text: #"{"ipRestrict":true,"createTime":1,"enableReading":true,"enableWithdrawals":\#(mayTrade),"#
          + #""enableInternalTransfer":false,"enableFutures":\#(mayTrade),"enableSpotAndMarginTrading":false}"#)
    }
  }

  /// Answers who signs with the right key and secret, within the window the question names.
  private func serveSigned(_ path: String, _ answer: @escaping @Sendable (FakeBinance) -> ScriptedAnswer) {
    http.serve(path) { [weak self] question in
      guard let self else { return .silence }
      return refusal(of: question) ?? answer(self)
    }
  }

  private func refusal(of question: FakeQuestion) -> ScriptedAnswer? {
    let key = question.request.header("X-MBX-APIKEY")
    guard key == Self.key else {
      // A venue may repeat what it was sent.
      return ScriptedAnswer(
        401, text: #"{"code":-2015,"msg":"Invalid API-key \#(key ?? ""), IP, or permissions for action."}"#)
    }
    let query = question.request.target.drop { $0 != "?" }.dropFirst()
    guard let place = query.range(of: "&signature=") else {
      return ScriptedAnswer(400, text: #"{"code":-1102,"msg":"Mandatory parameter 'signature' was not sent."}"#)
    }
    let code = HMAC<SHA256>.authenticationCode(
      for: Data(query[..<place.lowerBound].utf8), using: SymmetricKey(data: Data(Self.secret.utf8)))
    guard query[place.upperBound...] == code.map({ String(format: "%02x", $0) }).joined() else {
      return ScriptedAnswer(400, text: #"{"code":-1022,"msg":"Signature for this request is not valid."}"#)
    }
    let time = question.milliseconds("timestamp") ?? 0
    let window = question.milliseconds("recvWindow") ?? 5000
    let now = market.now.milliseconds
    guard time < now + 1000, now - time <= window else {
      return ScriptedAnswer(
        400, text: #"{"code":-1021,"msg":"Timestamp for this request is outside of the recvWindow."}"#)
    }
    return nil
  }

  /// Floors, rates and what is taken off, so that the margin rises without a step.
  private static let tiers: [(floor: Double, rate: Double, less: Double)] = [
    (0, 0.004, 0), (50_000, 0.005, 50), (500_000, 0.01, 2_550),
  ]

  private static let brackets = tiers.enumerated().map { number, tier in
    let cap = number + 1 < tiers.count ? tiers[number + 1].floor : 10_000_000
    return #"{"bracket":\#(number + 1),"initialLeverage":\#(100 / (number + 1)),"notionalCap":\#(cap),"#
      + #""notionalFloor":\#(tier.floor),"maintMarginRatio":\#(tier.rate),"cum":\#(tier.less)}"#
  }.joined(separator: ",")

  private static func maintenance(of notional: Double) -> Double {
    tiers.map { notional * $0.rate - $0.less }.max() ?? 0
  }

  private func summary() -> ScriptedAnswer {
    let account = account.withLock { $0 }
    var profit = 0.0
    var maintenance = 0.0
    for position in account.positions {
      let mark = mark(of: coin(position.symbol))
      profit += (position.size ?? 0) * (mark - position.entry)
      maintenance += Self.maintenance(of: abs(position.size ?? 0) * mark) * account.marginFactor
    }
    let wallet = quoted(account.wallet)
    let equity = quoted(account.wallet + profit)
    return ScriptedAnswer(
      text: #"{"totalMaintMargin":\#(quoted(maintenance, 8)),"totalMarginBalance":\#(equity),"#
        + #""totalCrossWalletBalance":\#(wallet),"totalCrossUnPnl":\#(quoted(profit)),"#
        + #""assets":[{"asset":"USDT","walletBalance":\#(wallet),"crossWalletBalance":\#(wallet),"#
        + #""marginBalance":\#(equity)}],"positions":[\#(rows(withRisk: false).joined(separator: ","))]}"#)
  }

  private func rows(withRisk: Bool) -> [String] {
    let account = account.withLock { $0 }
    return account.positions.map { position in
      let mark = mark(of: coin(position.symbol))
      let size = position.size ?? 0
      let amount = position.size.map { quoted($0, 3) } ?? "null"
      let margin = Self.maintenance(of: abs(size) * mark) * account.marginFactor
      // Two positions of one contract are those of hedge mode.
      let isHedged = account.positions.count { $0.symbol == position.symbol } > 1
      let side = isHedged ? (size < 0 ? "SHORT" : "LONG") : "BOTH"
      let common =
        #""symbol":"\#(position.symbol)","positionSide":"\#(side)","positionAmt":\#(amount),"#
        + #""maintMargin":\#(quoted(margin, 8))"#
      guard withRisk else { return "{\(common)}" }
      return "{\(common)," + #""entryPrice":\#(quoted(position.entry)),"markPrice":\#(quoted(mark, 8)),"#
        + #""unRealizedProfit":\#(quoted(size * (mark - position.entry), 8)),"liquidationPrice":"0","#
        + #""isolatedMargin":"0","isolatedWallet":"0","marginAsset":"USDT","updateTime":1}"#
    }
  }
}
