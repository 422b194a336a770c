import FoundationEssentials

/// A position as its venue told it. What the venue left out is nil and stays unknown.
public struct AccountPosition: Hashable, Sendable {
  /// The future.
  public let instrument: InstrumentID
  /// Signed contracts as the instrument counts them, negative when short; nil when the venue did not tell: that is not
  /// flat.
  public let contracts: Decimal?
  /// Average entry price.
  public let entryPrice: Decimal?
  /// Cross or isolated.
  public let marginMode: Leg.MarginMode?
  /// The leverage chosen.
  public let leverage: Decimal?
  /// When it was opened.
  public let openedAt: Timestamp?
  /// What the venue reckons of it, to compare with.
  public let venue: VenueFigures

  /// Figures of the venue's own, in the instrument's settlement asset where they are amounts.
  public struct VenueFigures: Hashable, Sendable {
    /// Mark price.
    public let markPrice: Double?
    /// Price at which the venue liquidates; nil also when it says there is none.
    public let liquidationPrice: Double?
    /// Maintenance margin, positive.
    public let maintenanceMargin: Double?
    /// Unrealised profit.
    public let unrealisedProfit: Double?

    /// Figures; see the properties.
    public init(
      markPrice: Double? = nil, liquidationPrice: Double? = nil, maintenanceMargin: Double? = nil,
      unrealisedProfit: Double? = nil
    ) {
      self.markPrice = markPrice
      self.liquidationPrice = liquidationPrice
      self.maintenanceMargin = maintenanceMargin
      self.unrealisedProfit = unrealisedProfit
    }
  }

  /// A position; see the properties.
  public init(
    instrument: InstrumentID, contracts: Decimal?, entryPrice: Decimal? = nil, marginMode: Leg.MarginMode? = nil,
    leverage: Decimal? = nil, openedAt: Timestamp? = nil, venue: VenueFigures = VenueFigures()
  ) {
    self.instrument = instrument
    self.contracts = contracts
    self.entryPrice = entryPrice
    self.marginMode = marginMode
    self.leverage = leverage
    self.openedAt = openedAt
    self.venue = venue
  }
}
