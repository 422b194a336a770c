import HedgeAnalytics
import HedgeModel
import HedgeStore

/// The profit of every strategy by its causes, as JSON and text.
struct ProfitReport: Encodable {
  /// One strategy, or the coins in accounts that several of them use.
  struct Group: Encodable {
    let name: String
    /// When all its positions begin to count; null when they do not begin together.
    @Nullable var since: String?
    let positions: [PositionProfitReport]
    let total: ProfitPartsReport

    init(_ name: String, _ figures: AttributionFigures, now: Timestamp) {
      self.name = name
      since = figures.since?.iso8601
      positions = figures.positions.map { PositionProfitReport($0, now: now) }
      total = ProfitPartsReport(figures.total, now: now)
    }
  }

  let schema = "hedgetop.pnl.v1"
  let at: String
  let portfolio: String
  let currency: String
  let period: String
  let strategies: [Group]
  @Nullable var sharedCollateral: Group?
  let total: ProfitPartsReport

  init(_ snapshot: HedgeSnapshot, since period: AttributionPeriod) {
    let now = snapshot.now
    let attribution = snapshot.attribution
    let names = snapshot.figures.strategies.map(\.name)
    at = now.iso8601
    portfolio = snapshot.figures.name
    currency = snapshot.figures.currency.symbol
    self.period = period.rawValue
    let figures = names.map { ($0, attribution.figures(of: $0, since: period)) }
    let shared = attribution.shared(since: period)
    strategies = figures.map { Group($0.0, $0.1, now: now) }
    sharedCollateral = shared.map { Group("shared collateral", $0, now: now) }
    total = ProfitPartsReport(figures.reduce(shared?.total ?? .zero) { $0 + $1.1.total }, now: now)
  }
}
