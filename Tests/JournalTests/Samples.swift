import Foundation
import HedgeModel

/// Decisions of every kind, with the most awkward values each may hold.
enum Samples {
  static let extremes: [Decimal] = [
    0, 1, -1, decimal("0.1"), decimal("-0.0000000000000000000000000000000000001"),
    decimal("12345678901234567890123456789012345678"), decimal("-98765432109876543210987654321098765432"),
    decimal("1234567890.1234567890123456789012345678"), decimal("6.27e-08"), Decimal(1) / 3, -Decimal(2) / 7,
    Decimal.greatestFiniteMagnitude, Decimal.leastFiniteMagnitude, Decimal.leastNonzeroMagnitude,
  ]

  static let texts = ["Main", "", "'; DROP TABLE decision; --", "a\u{1B}[31m\nb", "é e\u{301} 🦔 \u{FEFF}", "a:b@c/d"]

  static var decisions: [Decision] {
    let changes =
      zip(extremes, extremes.reversed()).map { Decision.Change.hedgeRatio(old: $0, new: $1) }
      + extremes.map { .fill(fill($0)) } + texts.map { .acknowledgement(alert: "drift/\($0)") }
      + texts.map { .snooze(alert: "drift/\($0)", until: Timestamp(milliseconds: .max)) }
      + [.fill(emptyFill), .review, .undo(id: 1), .undo(id: .max)]
    let instants: [Int64] = [0, 1_621_382_400_000, -1, .max, .min]
    return changes.enumerated().map { index, change in
      Decision(
        at: Timestamp(milliseconds: instants[index % instants.count]), strategy: texts[index % texts.count],
        change: change)
    }
  }

  /// A fill whose optional parts are all absent.
  static let emptyFill = Fill(
    leg: leg, contracts: 0, price: 0, fee: nil, oldContracts: 0, oldEntryPrice: nil, newContracts: 0,
    newEntryPrice: nil)

  static let leg = LegID(
    strategy: "Main", instrument: InstrumentID(venue: "ve:nue", symbol: "BTC:PERP"), account: "acc@1")

  static func fill(_ value: Decimal) -> Fill {
    Fill(
      leg: leg, contracts: value, price: value, mid: value, fee: value, oldContracts: value, oldEntryPrice: value,
      newContracts: value, newEntryPrice: value)
  }

  static func decimal(_ text: String) -> Decimal { Decimal(string: text) ?? .nan }
}
