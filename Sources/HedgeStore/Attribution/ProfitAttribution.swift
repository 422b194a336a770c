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

  /// What these ledgers say.
  ///
  /// - Parameters:
  ///   - ledgers: by strategy name.
  ///   - shared: of the coins in accounts that several strategies use.
  public init(ledgers: [String: AttributionLedger], shared: AttributionLedger? = nil) {
    self.ledgers = ledgers
    self.shared = shared
  }

  /// The positions of a strategy whose profit is attributed; none until its prices are complete.
  public func positions(of strategy: String) -> [AttributedPosition.ID] { ledgers[strategy]?.identities ?? [] }

  /// A strategy's profit since the start, today, or since the last rebalance; unknown until its prices are complete.
  public func figures(of strategy: String, since period: AttributionPeriod) -> AttributionFigures {
    figures(of: strategy, since: [period])[0]
  }

  /// A strategy's profit of several periods, in their order; unknown until its prices are complete.
  public func figures(of strategy: String, since periods: [AttributionPeriod]) -> [AttributionFigures] {
    guard let ledger = ledgers[strategy] else {
      let reason = UnknownReason(.notReceived, "the prices and betas of \(strategy) have not been complete yet")
      return periods.map { AttributionFigures(period: $0, unknown: reason) }
    }
    return ledger.figures(since: periods)
  }

  /// The coins in accounts that several strategies use; nil when there are none.
  public func shared(since period: AttributionPeriod) -> AttributionFigures? { shared?.figures(since: period) }

  /// The profit of these strategies together, and of the coins in the accounts they share.
  public func total(of strategies: [String], since period: AttributionPeriod) -> AttributionParts {
    let parts = strategies.map { figures(of: $0, since: period).total }
    return parts.reduce(shared?.figures(since: period).total ?? .zero, +)
  }
}
