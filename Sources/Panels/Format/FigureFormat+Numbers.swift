import FoundationEssentials
import HedgeModel
import TerminalCells

extension FigureFormat {
  /// A number with so many decimals and thousands separators; the unknown sign when it is not finite.
  func fixed(_ value: Double, decimals: Int, sign: SignRule = .negative) -> String {
    guard let digits = DigitText.fixed(value, decimals: decimals) else { return glyphs.unknown }
    return signed(digits.text, isNegative: value < 0, isZero: digits.isZero, sign)
  }

  /// A price with as many decimals as its size asks for: `1,234,567`, `65,012.5`, `312.45`, `0.5213`, `0.00001234`.
  func price(_ value: Double) -> String {
    fixed(value, decimals: Self.priceDecimals(value))
  }

  /// An estimated price, as of liquidation: with a decimal less than one that is quoted.
  func estimatedPrice(_ value: Double) -> String {
    fixed(value, decimals: max(0, Self.priceDecimals(value) - 1))
  }

  /// A fraction as a percentage without the sign of percent, which stands in the heading: `12.3` for 0.123.
  func percent(_ fraction: Double, decimals: Int = 1, sign: SignRule = .negative) -> String {
    fixed(fraction * 100, decimals: decimals, sign: sign)
  }

  /// A fraction as a percentage within a sentence: `12.3 %`.
  func percentage(_ fraction: Double, decimals: Int = 1, sign: SignRule = .negative) -> String {
    fraction.isFinite ? percent(fraction, decimals: decimals, sign: sign) + " %" : glyphs.unknown
  }

  /// A beta with four decimals: `0.9812`; with a sign for net figures: `+0.0123`.
  func beta(_ value: Double, sign: SignRule = .negative) -> String {
    fixed(value, decimals: 4, sign: sign)
  }

  /// A signed number of basis points: `+4.2`.
  func basisPoints(_ value: Double) -> String {
    fixed(value, decimals: 1, sign: .both)
  }

  /// Three significant digits and a letter: `950`, `12.4k`, `1.24M`, `3.05B`.
  func compact(_ value: Double, sign: SignRule = .negative) -> String {
    let magnitude = value.magnitude
    let (divisor, letter): (Double, String) =
      switch magnitude {
      case ..<999.5: (1, "")
      case ..<999_500: (1e3, "k")
      case ..<999_500_000: (1e6, "M")
      case ..<999_500_000_000: (1e9, "B")
      default: (1e12, "T")
      }
    let scaled = magnitude / divisor
    let decimals = scaled < 9.995 ? 2 : scaled < 99.95 ? 1 : 0
    guard let digits = DigitText.fixed(scaled, decimals: decimals) else { return glyphs.unknown }
    return signed(digits.text + letter, isNegative: value < 0, isZero: digits.isZero, sign)
  }

  /// A counted quantity, exact: `2.5` is `2.5` and `1200` is `1,200`. Beyond eight decimals, which no venue counts
  /// in and only a converted collateral has, it is rounded to eight.
  func exact(_ quantity: Decimal, sign: SignRule = .negative) -> String {
    guard quantity.isFinite else { return glyphs.unknown }
    let digits = quantity.magnitude.description
    let decimals = digits.drop { $0 != "." }.count - 1
    guard decimals <= 8, !digits.utf8.contains(UInt8(ascii: "e")) else {
      return fixed(quantity.inexact, decimals: 8, sign: sign)
    }
    return signed(DigitText.grouped(digits), isNegative: quantity < 0, isZero: quantity == 0, sign)
  }

  /// A quantity for a column: exact to four decimals, and rounded to four significant digits where it has more; the
  /// details show all of them.
  func quantity(_ quantity: Decimal) -> String {
    let digits = quantity.magnitude.description
    guard quantity.isFinite, digits.utf8.contains(UInt8(ascii: "e")) || digits.drop(while: { $0 != "." }).count > 5
    else { return exact(quantity) }
    return fixed(quantity.inexact, decimals: max(4, Self.priceDecimals(quantity.inexact)))
  }

  private func signed(_ digits: String, isNegative: Bool, isZero: Bool, _ rule: SignRule) -> String {
    if isZero { return digits }
    if isNegative { return minus + digits }
    return rule == .both ? "+" + digits : digits
  }

  /// Decimals that keep at least four significant digits of a price.
  private static func priceDecimals(_ value: Double) -> Int {
    switch value.magnitude {
    case 1e6...: 0
    case 1e4...: 1
    case 1e2...: 2
    case 1e1...: 3
    case 0.1...: 4
    case 0.01...: 5
    case 0.001...: 6
    case 0.0001...: 7
    default: 8
    }
  }
}
