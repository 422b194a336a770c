import HedgeModel

/// The profit of several positions in one period, each and all together.
public struct AttributionFigures: Sendable, Hashable {
  /// The period.
  public let period: AttributionPeriod
  /// Each position, in the order of the ledger.
  public let positions: [PositionAttribution]
  /// The sum of the positions.
  public let total: AttributionParts

  /// When the profit of all of them begins to count; nil when they begin at different instants, or one is not known.
  public var since: Timestamp? {
    guard let first = positions.first?.since, positions.allSatisfy({ $0.since == first }) else { return nil }
    return first
  }

  /// Figures of which none is known, for one reason.
  public init(period: AttributionPeriod, unknown reason: UnknownReason) {
    self.period = period
    positions = []
    total = .unknown(reason)
  }

  /// The figures of these positions.
  public init(period: AttributionPeriod, positions: [PositionAttribution]) {
    self.period = period
    self.positions = positions
    total = positions.reduce(.zero) { $0 + $1.parts }
  }
}
