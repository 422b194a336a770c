import HedgeModel
import TerminalCells

extension FigureFormat {
  /// Decimals of a column of amounts whose largest is `largest`: cents only matter where amounts are small.
  static func amountDecimals(largest: Double) -> Int {
    largest.magnitude < 10_000 ? 2 : 0
  }

  /// An amount for a column whose heading names the currency, or dots when amounts are hidden.
  func amount(_ value: Double, decimals: Int = 0, sign: SignRule = .negative) -> String {
    hidesBalances && value.isFinite ? hidden : fixed(value, decimals: decimals, sign: sign)
  }

  /// An amount with its currency, within a sentence: `$16,253`, `−$8.13`, `120 EUR`.
  func money(_ value: Double, sign: SignRule = .negative) -> String {
    guard value.isFinite else { return glyphs.unknown }
    let decimals = value.magnitude < 99.995 ? 2 : 0
    return withCurrency(hidesBalances ? hidden : fixed(value, decimals: decimals, sign: sign))
  }

  /// An amount in few letters with its currency: `$1.24M`.
  func compactMoney(_ value: Double, sign: SignRule = .negative) -> String {
    guard value.isFinite else { return glyphs.unknown }
    return withCurrency(hidesBalances ? hidden : compact(value, sign: sign))
  }

  /// The currency as headings name it: `$`, or its symbol.
  var currencyName: String { currency == "USD" ? "$" : currency.symbol }

  private func withCurrency(_ text: String) -> String {
    guard currency == "USD" else { return "\(text) \(currency.symbol)" }
    for sign in ["+", minus] where text.hasPrefix(sign) {
      return sign + "$" + text.dropFirst(sign.count)
    }
    return "$" + text
  }
}
