import HedgeModel

/// A future that strategies are compared with.
public struct ComparisonInstrument: Hashable, Sendable {
  /// The future.
  public let id: InstrumentID
  /// The coin it is on.
  public let underlying: Asset
  /// Beta of its underlying to the benchmark.
  public let beta: Reading<Double>
  /// Funding a day as a fraction of the notional: what a long pays and a short receives when positive.
  public let fundingRatePerDay: Reading<Double>
  /// Initial margin as a fraction of the notional: 1 / leverage.
  public let marginRate: Reading<Double>

  /// A future; see the properties.
  public init(
    id: InstrumentID, underlying: Asset, beta: Reading<Double>, fundingRatePerDay: Reading<Double>,
    marginRate: Reading<Double>
  ) {
    self.id = id
    self.underlying = underlying
    self.beta = beta
    self.fundingRatePerDay = fundingRatePerDay
    self.marginRate = marginRate
  }
}
