import FoundationEssentials

/// The numbers a value may be, and how that is said.
struct Bounds: Sendable {
  /// What is expected: `a number from 0 to 1.5`.
  let words: String
  let contains: @Sendable (Decimal) -> Bool

  /// Beyond this a sum of products might not fit into an exact decimal.
  static let largest: Decimal = 1_000_000_000_000_000

  /// Any number that is not absurdly large.
  static let any = Bounds(words: "a number") { abs($0) <= largest }

  /// More than zero.
  static let positive = Bounds(words: "a number above 0") { $0 > 0 && $0 <= largest }

  /// Zero or more.
  static let nonNegative = Bounds(words: "a number of 0 or more") { $0 >= 0 && $0 <= largest }

  /// From `low` to `high`, both included.
  static func from(_ low: Decimal, to high: Decimal) -> Bounds {
    Bounds(words: "a number from \(low) to \(high)") { low <= $0 && $0 <= high }
  }

  /// More than `low`, at most `high`.
  static func above(_ low: Decimal, to high: Decimal) -> Bounds {
    Bounds(words: "a number above \(low), at most \(high)") { low < $0 && $0 <= high }
  }
}
