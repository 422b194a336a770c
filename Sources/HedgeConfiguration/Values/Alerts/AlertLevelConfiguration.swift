/// The thresholds of `[alerts.levels]`. A threshold that is nil is not stated.
public struct AlertLevelConfiguration: Hashable, Sendable {
  /// Multiple of the band beyond which a drift is critical.
  public var driftEscalation: Double?
  /// |Move| of the benchmark to liquidation, a fraction, under which to warn.
  public var liquidationWarning: Double?
  /// |Move| of the benchmark to liquidation under which it is critical; below ``liquidationWarning``.
  public var liquidationCritical: Double?
  /// How long a feed must stay stale.
  public var staleFeedDwell: Duration?
  /// How long a drift may be unknown.
  public var unknownFigureDwell: Duration?
  /// |Funding rate| per interval that a reversed rate must exceed.
  public var fundingReversalRate: Double?
  /// Funding paid a day, in the portfolio's currency.
  public var fundingCostPerDay: Double?
  /// Funding paid a year, a fraction of the legs' gross notional.
  public var fundingCostPerYear: Double?
  /// How long funding must cost too much.
  public var fundingCostDwell: Duration?
  /// |Basis| of a perpetual, in basis points.
  public var perpetualBasis: Double?
  /// |Basis| of a dated future, in basis points.
  public var datedBasis: Double?
  /// How long a basis must stay beyond its level.
  public var basisDwell: Duration?
  /// How long the venue's figures must differ from ours.
  public var reconciliationDwell: Duration?

  /// Nothing stated.
  public init() {}
}
