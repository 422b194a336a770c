import HedgeModel

/// What a scenario gains (positive) or loses (negative), in the portfolio's currency.
///
/// What is liquidated on the way is not closed: ``StressOutcome/firstLiquidation`` tells when the figures end to hold.
public struct StressProfit: Hashable, Sendable {
  /// Of what is owned: the spot holdings, and coins in wallets. Of a book without spot: of its long legs.
  public let unhedged: Reading<Double>
  /// Of the legs that hedge it.
  public let hedge: Reading<Double>
  /// Funding received (positive) or paid (negative) while the scenario lasts.
  public let funding: Reading<Double>

  /// Of everything: unhedged + hedge + funding.
  public var hedged: Reading<Double> { unhedged + hedge + funding }

  /// A profit; see the properties.
  public init(unhedged: Reading<Double>, hedge: Reading<Double>, funding: Reading<Double>) {
    self.unhedged = unhedged
    self.hedge = hedge
    self.funding = funding
  }
}
