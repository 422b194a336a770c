/// What a feed quotes, named `venue:symbol`: `simulated:BTC-PERP`, `binance-usdm:BTCUSDT`.
///
/// Names are looked up thousands of times a refresh, so what they hash to is computed once, when they are made.
public struct InstrumentID: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The venue or feed, lower case: `binance-usdm`.
  public let venue: String
  /// The symbol as the venue spells it: `BTCUSDT`.
  public let symbol: String
  let digest: Int

  /// The instrument `symbol` on `venue`.
  public init(venue: String, symbol: String) {
    self.venue = venue
    self.symbol = symbol
    digest = NameDigest.of(venue, symbol)
  }

  /// Reads `venue:symbol`; nil when either part is empty. A colon after the first belongs to the symbol.
  public init?(_ text: String) {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else { return nil }
    self.init(venue: String(parts[0]), symbol: String(parts[1]))
  }

  /// Two names are equal when both parts are.
  public static func == (left: InstrumentID, right: InstrumentID) -> Bool {
    left.digest == right.digest && left.symbol == right.symbol && left.venue == right.venue
  }

  /// Hashes the name.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(digest)
  }

  /// `venue:symbol`.
  public var description: String { "\(venue):\(symbol)" }

  /// Orders by venue, then symbol.
  public static func < (left: InstrumentID, right: InstrumentID) -> Bool {
    (left.venue, left.symbol) < (right.venue, right.symbol)
  }
}
