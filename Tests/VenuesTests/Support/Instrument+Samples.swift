import FoundationEssentials
import HedgeModel

extension Instrument {
  /// A perpetual of `venue` for tests that need only its name and sort.
  static func perpetual(
    _ venue: String, _ symbol: String, _ convention: Convention = .linear, multiplier: Decimal = 1
  ) -> Instrument {
    Instrument(
      id: InstrumentID(venue: venue, symbol: symbol), kind: .perpetual(fundingInterval: .hours(8)),
      convention: convention, underlying: "BTC", quote: "USD", settlement: convention == .linear ? "USD" : "BTC",
      multiplier: multiplier, tickSize: 1, lotStep: 1)
  }

  /// A spot pair of `venue`.
  static func spot(_ venue: String, _ symbol: String) -> Instrument {
    Instrument(
      id: InstrumentID(venue: venue, symbol: symbol), kind: .spot, underlying: "BTC", quote: "USD", settlement: "USD",
      tickSize: 1, lotStep: 1)
  }
}
