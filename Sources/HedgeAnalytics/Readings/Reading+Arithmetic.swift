import FoundationEssentials
import HedgeModel

extension Reading where Value == Double {
  static func + (left: Reading, right: Reading) -> Reading { left.combined(with: right, +) }

  static func - (left: Reading, right: Reading) -> Reading { left.combined(with: right, -) }

  static func * (left: Reading, right: Reading) -> Reading { left.combined(with: right, *) }

  /// The reading as an exact decimal of its shortest text: for amounts that are estimates by nature, such as the
  /// coins of an unrealised profit.
  var decimal: Reading<Decimal> {
    flatMap { value in
      Decimal(estimate: value).map { .stated($0) } ?? .unknown(UnknownReason(.invalid, "\(value) is not an amount"))
    }
  }
}

extension Reading {
  /// The same value, stale or old when `other` is: for a figure that depends on a choice made from `other`.
  func dated<Other>(like other: Reading<Other>) -> Reading {
    combined(with: other) { value, _ in value }
  }
}

extension Decimal {
  /// The shortest decimal that reads back as `value`; nil when it is not finite.
  init?(estimate value: Double) {
    guard value.isFinite else { return nil }
    self.init(exactly: value.description)
  }
}
