import HedgeAnalytics
import HedgeModel

/// Recent prices of instruments, oldest first, for sparklines: closes of bars, then the price now.
///
/// Shares its lists with the state; one instrument's prices are put together when they are asked for.
public struct RecentPrices: Sendable, ExpressibleByDictionaryLiteral {
  private let closes: [InstrumentID: [Double]]
  private let markets: MarketTable

  /// Closes by instrument, and the markets whose quotes are the prices now.
  public init(closes: [InstrumentID: [Double]], markets: MarketTable = [:]) {
    self.closes = closes
    self.markets = markets
  }

  /// Prices as they are.
  public init(dictionaryLiteral elements: (InstrumentID, [Double])...) {
    self.init(closes: Dictionary(elements, uniquingKeysWith: { $1 }))
  }

  /// Prices of one instrument, oldest first; nil when none are known.
  public subscript(instrument: InstrumentID) -> [Double]? {
    guard let price = markets[instrument]?.quote.value?.price else { return closes[instrument] }
    return (closes[instrument] ?? []) + [price]
  }
}
