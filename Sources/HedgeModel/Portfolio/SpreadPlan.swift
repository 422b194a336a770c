import FoundationEssentials

/// How large the two sides of a pair or sector spread are meant to be.
public struct SpreadPlan: Hashable, Sendable {
  /// Gross notional of both sides together, in the portfolio's currency, positive. They share it so that their
  /// beta-dollars cancel, or in halves when ``balance`` takes up the difference.
  public let gross: Decimal
  /// Share of each future in its side; those of each side sum to 1.
  public let weights: [InstrumentID: Double]
  /// The benchmark's future that takes up the beta-dollars two equal sides leave: dollar-neutral as well. Nil for
  /// none.
  public let balance: InstrumentID?

  /// A plan; see the properties.
  public init(gross: Decimal, weights: [InstrumentID: Double], balance: InstrumentID? = nil) {
    self.gross = gross
    self.weights = weights
    self.balance = balance
  }
}
