import Foundation
import HedgeModel
import Synchronization
import VenueTestServer

extension FakeHyperliquid {
  /// Answers about an address; all others are unknown to it.
  func personal(_ question: [String: Any]) -> ScriptedAnswer {
    let isKnown = question["user"] as? String == Self.address
    let account = isKnown ? self.account.withLock { $0 } : FakeAccount(wallet: 0)
    switch question["type"] as? String {
    case "clearinghouseState": return state(of: account)
    case "spotClearinghouseState":
      let rows = account.coins.sorted { $0.key < $1.key }.map {
        #"{"coin":"\#($0.key)","token":1,"hold":"0.0","total":\#(quoted($0.value, 5)),"entryNtl":"0.0"}"#
      }
      return ScriptedAnswer(text: #"{"balances":[\#(rows.joined(separator: ","))]}"#)
    case "userRole": return ScriptedAnswer(text: #"{"role":"\#(isKnown ? "user" : "missing")"}"#)
    default: return .list([])
    }
  }

  private func state(of account: FakeAccount) -> ScriptedAnswer {
    var profit = 0.0
    var value = 0.0
    let rows = account.positions.map { position in
      let mark = mark(of: position.symbol)
      let size = position.size ?? 0
      profit += size * (mark - position.entry)
      value += abs(size) * mark
      return row(of: position, mark)
    }
    let equity = quoted(account.wallet + profit)
    let summary =
      #"{"accountValue":\#(equity),"totalNtlPos":\#(quoted(value)),"totalRawUsd":\#(equity),"totalMarginUsed":"0.0"}"#
    // Half of the initial margin at the largest leverage of 25.
    let maintenance = quoted(value / 50 * account.marginFactor)
    return ScriptedAnswer(
      text: #"{"marginSummary":\#(summary),"crossMarginSummary":\#(summary),"#
        + #""crossMaintenanceMarginUsed":\#(maintenance),"withdrawable":"0.0","#
        + #""assetPositions":[\#(rows.joined(separator: ","))],"time":\#(market.now.milliseconds)}"#)
  }

  private func row(of position: FakeAccount.Position, _ mark: Double) -> String {
    let size = position.size.map { quoted($0, 5) } ?? "null"
    let known = position.size ?? 0
    return #"{"type":"oneWay","position":{"coin":"\#(position.symbol)","szi":\#(size),"#
      + #""leverage":{"type":"cross","value":5},"entryPx":\#(quoted(position.entry)),"#
      + #""positionValue":\#(quoted(abs(known) * mark)),"unrealizedPnl":\#(quoted(known * (mark - position.entry))),"#
      + #""returnOnEquity":"0.0","liquidationPx":null,"marginUsed":\#(quoted(abs(known) * mark / 5)),"#
      + #""maxLeverage":25}}"#
  }
}
