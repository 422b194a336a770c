/// When the user wants to hear of what. The drift band and its clear level belong to each strategy's hedge policy.
public struct AlertPolicy: Hashable, Sendable {
  /// How long a drift must stay beyond the band before it is told: a single odd quote is no breach.
  public var driftDwell: Duration = .seconds(2)
  /// Multiple of the band beyond which a drift is critical.
  public var driftEscalation: Double = 2
  /// Normalised margin ratio (1 is liquidation) above which to warn, and below which the warning is over.
  public var marginWarning = Threshold(enter: 0.5, clear: 0.45)
  /// Normalised margin ratio above which it is critical, and below which it no longer is.
  public var marginCritical = Threshold(enter: 0.8, clear: 0.75)
  /// How long a margin ratio or a liquidation distance must stay bad before it is told.
  public var marginDwell: Duration = .zero
  /// |Benchmark move| to liquidation, a fraction, under which to warn, and above which the warning is over.
  public var liquidationWarning = Threshold(enter: 0.2, clear: 0.22)
  /// |Benchmark move| to liquidation under which it is critical, and above which it no longer is.
  public var liquidationCritical = Threshold(enter: 0.1, clear: 0.12)
  /// How long a feed must stay stale before it is told; the feed's own limit has passed already.
  public var staleFeedDwell: Duration = .zero
  /// How long the venue's figures must differ from ours: orders that are being filled make them differ for a moment.
  public var reconciliationDwell: Duration = .seconds(30)
  /// How long a drift may be unknown or stale before that is told; nil never tells.
  public var unknownFigureDwell: Duration? = .seconds(30)
  /// |Funding rate| per interval that a reversed rate must exceed to be told, so that noise around zero is not.
  public var fundingReversalRate = 1e-5
  /// Funding a strategy pays a day, net over its legs and in the portfolio's currency, above which to warn; nil never
  /// does.
  public var fundingCostPerDay: Double?
  /// Funding a strategy pays a year as a fraction of its legs' gross notional, above which to warn; nil never does.
  public var fundingCostPerYear: Double? = 0.3
  /// How long funding must cost too much before it is told: rates swing from minute to minute.
  public var fundingCostDwell: Duration = .seconds(1800)
  /// |Basis| of a perpetual in basis points, beyond which to warn; nil never does.
  public var perpetualBasis: Double? = 100
  /// |Basis| of a dated future in basis points, beyond which to warn; nil never does, as a date is worth a basis.
  public var datedBasis: Double?
  /// How long a basis must stay beyond its level before it is told.
  public var basisDwell: Duration = .seconds(60)
  /// How long the market must be in stress before it is told.
  public var regimeDwell: Duration = .zero
  /// What is not watched. That betas disagree is shown on page Risk, and told only to those who want it.
  public var switchedOff: Set<AlertKind> = [.betaDisagreement]
  /// How often an alert that nobody has acknowledged is told again while it lasts; nil never does.
  public var reminderInterval: Duration? = .seconds(900)

  /// The defaults.
  public init() {}

  /// Where an alert begins and where it is over.
  public struct Threshold: Hashable, Sendable {
    /// A value strictly worse than this begins it.
    public let enter: Double
    /// A value strictly better than this ends it.
    public let clear: Double

    /// A threshold; see the properties.
    public init(enter: Double, clear: Double) {
      self.enter = enter
      self.clear = clear
    }
  }
}
