import HedgeModel

/// What strategies are compared on: what is held now, and the future they would use. Values are in the portfolio's
/// currency.
public struct ComparisonBook: Hashable, Sendable {
  /// Coins held.
  public struct Holding: Hashable, Sendable {
    /// The coin.
    public let asset: Asset
    /// Their value.
    public let value: Reading<Double>
    /// Beta to the benchmark.
    public let beta: Reading<Double>

    /// Coins; see the properties.
    public init(asset: Asset, value: Reading<Double>, beta: Reading<Double>) {
      self.asset = asset
      self.value = value
      self.beta = beta
    }
  }

  /// A position in a future.
  public struct Leg: Hashable, Sendable {
    /// The future.
    public let instrument: ComparisonInstrument
    /// Signed notional, negative when short.
    public let notional: Reading<Double>

    /// A position; see the properties.
    public init(instrument: ComparisonInstrument, notional: Reading<Double>) {
      self.instrument = instrument
      self.notional = notional
    }
  }

  /// Coins held, at least one.
  public let holdings: [Holding]
  /// Positions held against them.
  public let legs: [Leg]
  /// The future the other strategies short.
  public let hedge: ComparisonInstrument
  /// H of the two hedges that are compared at the book's own ratio.
  public let hedgeRatio: Double

  /// A book; see the properties.
  public init(holdings: [Holding], legs: [Leg], hedge: ComparisonInstrument, hedgeRatio: Double) {
    self.holdings = holdings
    self.legs = legs
    self.hedge = hedge
    self.hedgeRatio = hedgeRatio
  }
}
