import FoundationEssentials
import HedgeAnalytics
import HedgeModel
import HedgeStore

/// A futures leg of a strategy.
struct LegSubject: MetricSubject {
  let figures: LegFigures
  /// The trade of this leg that would bring the strategy back to its target, if one would.
  let suggestion: TradeSuggestion?
  let labels: LabelText
  let currency: String
  let now: Timestamp

  init(_ figures: LegFigures, of strategy: StrategySubject) {
    self.figures = figures
    suggestion = strategy.figures.suggestions.first { $0.leg == figures.id }
    labels = strategy.labels.adding([
      ("instrument", figures.id.instrument.description), ("account", figures.id.account.name),
    ])
    currency = strategy.currency
    now = strategy.now
  }

  /// What is held; unknown while the account has not been read.
  var contracts: Reading<Double> {
    figures.isUnread ? .unknown(Self.unread) : .stated(figures.leg.contracts.inexact)
  }

  /// The average price it was entered at; unknown when none is stated.
  var entryPrice: Reading<Double> {
    if figures.isUnread { return .unknown(Self.unread) }
    return figures.leg.entryPrice.map { .stated($0.inexact) }
      ?? .unknown(UnknownReason(.notConfigured, "no entry price is stated"))
  }

  private static let unread = UnknownReason(.notReceived, "the account has not been read")
}
