import HedgeAnalytics
import HedgeModel

/// The profit of every strategy by its causes, as a snapshot carries it.
///
/// What it holds are the ledgers at the instant of the snapshot; figures are worked out when they are asked for, so a
/// snapshot nobody asks costs nothing.
public struct ProfitAttribution: Sendable {
  /// The ledgers, by strategy name.
  let ledgers: [String: AttributionLedger]
  /// Coins in accounts that several strategies use; nil when there are none.
  let shared: AttributionLedger?

  /// Nothing is attributed yet.
  public init() {
    self.init(ledgers: [:], shared: nil)
  }

  init(ledgers: [String: AttributionLedger], shared: AttributionLedger?) {
    self.ledgers = ledgers
    self.shared = shared
  }

  /// A strategy's profit since the start, today, or since the last rebalance; unknown until its prices are complete.
  public func figures(of strategy: String, since period: AttributionPeriod) -> AttributionFigures {
    ledgers[strategy]?.figures(since: period)
      ?? AttributionFigures(
        period: period,
        unknown: UnknownReason(.notReceived, "the prices and betas of \(strategy) have not been complete yet"))
  }

  /// The profit of these strategies together, and of the coins in the accounts they share.
  public func total(of strategies: [String], since period: AttributionPeriod) -> AttributionParts {
    let parts = strategies.map { figures(of: $0, since: period).total }
    return parts.reduce(shared?.figures(since: period).total ?? .zero, +)
  }
}
