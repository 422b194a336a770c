/// Names of pairs as exchanges write them: base and quote without a separator.
enum QuoteSuffix {
  /// Longest first, so that `BTCFDUSD` is not read as `BTCFD` in USD.
  private static let known = ["FDUSD", "USDT", "USDC", "BUSD", "USD"]

  /// `BTC` of `BTCUSDT`; the whole symbol where no known quote ends it.
  static func base(of symbol: String) -> String {
    let quote = known.first { symbol.hasSuffix($0) && symbol.utf8.count > $0.utf8.count }
    return quote.map { String(symbol.dropLast($0.count)) } ?? symbol
  }
}
