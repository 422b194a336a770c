import FoundationEssentials
import HedgeModel

/// A strategy as it stood at its last review: what drift is attributed against.
public struct ReviewBaseline: Hashable, Sendable {
  /// When the review was.
  public var at: Timestamp
  /// The strategy then: holdings, legs and policy.
  public var strategy: Strategy
  /// Prices then, spot and mark, by instrument.
  public var prices: [InstrumentID: Double]
  /// Betas then.
  public var betas: [Asset: Double]
  /// Funding rates then: a change of sign is a reversal.
  public var fundingRates: [InstrumentID: Double]
  /// Wallet balances then, per account: coins in them are exposure. An account that is missing counts as it is now.
  public var balances: [AccountID: [Asset: Decimal]]

  /// A baseline; see the properties.
  public init(
    at: Timestamp, strategy: Strategy, prices: [InstrumentID: Double], betas: [Asset: Double],
    fundingRates: [InstrumentID: Double], balances: [AccountID: [Asset: Decimal]] = [:]
  ) {
    self.at = at
    self.strategy = strategy
    self.prices = prices
    self.betas = betas
    self.fundingRates = fundingRates
    self.balances = balances
  }
}
