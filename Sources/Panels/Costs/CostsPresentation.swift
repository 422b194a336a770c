import FoundationEssentials
import HedgeAnalytics
import HedgeModel
import HedgeStore
import TerminalCells

/// What the panel of rebalancing says: whether the suggested trades are worth what they cost.
struct CostsPresentation {
  /// The strategy shown.
  let strategy: StrategyFigures
  /// Its figures; nil while they are not made yet.
  let figures: RebalanceFigures?
  /// The costs of its trades, after filter and sort.
  let rows: [LegCost]
  /// How figures are written.
  let format: FigureFormat

  /// Names of the sort columns.
  static let sortColumns = ["Leg", "Notional", "Fee", "Slippage"]

  /// What to say of the strategy in `context`; nil when there is none.
  init?(_ snapshot: HedgeSnapshot, _ context: PanelContext) {
    guard let strategy = snapshot.strategy(context) else { return nil }
    self.strategy = strategy
    let figures = snapshot.studies.rebalances?[strategy.name]
    self.figures = figures
    format = FigureFormat(snapshot, context)
    rows = RowOrder.arrange(figures?.cost.legs ?? [], context, text: { "\($0.leg)" }, key: Self.key)
  }

  /// Whether to trade, as far as it is known.
  var verdict: StudyState<RebalanceVerdict> { StudyState(figures?.verdict) }

  /// `WAIT, cost $58.50`.
  var summary: PanelSummary {
    if let calm { return PanelSummary(calm, role: .calm) }
    if let absence = verdict.absence(format) { return absence }
    guard let decided = verdict.value else { return .nothing }
    let words = "\(word(decided)), cost \(cost)"
    if let age = verdict.staleAge(format) {
      return PanelSummary("STALE \(format.shortDuration(age)) \(words)", role: .stale)
    }
    return PanelSummary("\(mark(decided)) \(words)", role: role(decided))
  }

  /// That nothing is to be traded, when that is so.
  private var calm: String? {
    guard let reason = figures?.verdict.unknownReason, reason.kind == .undefined, strategy.suggestions.isEmpty else {
      return nil
    }
    return reason.detail
  }

  /// The verdict and what it was decided on, most important first.
  var headline: [[Phrase]] {
    guard let decided = verdict.value else { return [[summary.phrase]] }
    var role = role(decided)
    var word = "\(mark(decided)) \(word(decided))"
    if let age = verdict.staleAge(format) {
      (role, word) = (.stale, "STALE \(format.shortDuration(age)) \(word)")
    }
    return [
      [Phrase(word, role, emphasis: .bold)],
      [
        Phrase("the variance removed is worth ", .label), Phrase(format.money(decided.benefit)),
      ],
      [Phrase("the trades cost ", .label), Phrase(cost)],
    ] + caution(decided)
  }

  /// That a cost is missing from a verdict to trade.
  private func caution(_ decided: RebalanceVerdict) -> [[Phrase]] {
    guard let figures, !figures.includesSlippage, decided.decision == .rebalance else { return [] }
    return [[Phrase("\(format.glyphs.warning) slippage is not counted", .warning)]]
  }

  /// Worth and cost, to be compared by length.
  var bars: [(label: String, value: Double, words: String, role: ThemeRole)] {
    guard let decided = verdict.value else { return [] }
    let isStale = verdict.staleAge(format) != nil
    return [
      ("worth", max(0, decided.benefit), format.money(decided.benefit), isStale ? .stale : .gain),
      ("cost", decided.basis.cost, cost, isStale ? .stale : .loss),
    ]
  }

  /// The figures below, most important first.
  var facts: [Fact] {
    costFacts + (verdict.value.map(riskFacts) ?? [])
  }

  private var costFacts: [Fact] {
    guard let figures, !figures.cost.legs.isEmpty else { return [] }
    return [
      Fact("Fees", Phrase(format.money(figures.cost.fees))), Fact("Slippage", slippage(figures.cost.slippage)),
    ]
  }

  private func riskFacts(_ decided: RebalanceVerdict) -> [Fact] {
    let basis = decided.basis
    func beta(_ value: Double) -> Phrase { Phrase(format.beta(value, sign: .both)) }
    func money(_ value: Double) -> Phrase { Phrase(format.money(value)) }
    return [
      Fact("Deviation/day now", money(decided.dailyDeviationNow)),
      Fact("then", money(decided.dailyDeviationAfter)), Fact("Drift now", beta(basis.drift)),
      Fact("then", beta(basis.driftAfter)), Fact("Removed/day", money(decided.dailyDeviationRemoved)),
      Fact("Break-even drift", breakEven(decided)),
      Fact("Horizon", Phrase(format.period(basis.horizon))), Fact("Pays after", payback(decided)),
      Fact("\(format.glyphs.sigma) a year", Phrase(format.percentage(basis.benchmarkVolatility))),
      Fact("Risk aversion", Phrase(format.fixed(basis.riskAversion, decimals: 1))),
    ]
  }

  private func breakEven(_ decided: RebalanceVerdict) -> Phrase {
    decided.breakEvenDrift.map { Phrase(format.glyphs.plusMinus + format.beta($0)) } ?? Phrase("none", .text)
  }

  private func payback(_ decided: RebalanceVerdict) -> Phrase {
    Phrase(decided.breakEvenHorizon.map { format.calmDuration($0) } ?? "never")
  }

  /// Slippage, or why it is not known.
  func slippage(_ reading: Reading<Double>) -> Phrase {
    guard let reason = reading.unknownReason else { return format.phrase(reading) { format.money($0) } }
    let isStale = figures?.cost.legs.contains { $0.fill.isStale } ?? false
    let words = reason.kind != .notReceived ? "too thin a book" : isStale ? "depth is stale" : "no depth"
    return Phrase("unknown: \(words)", .unknown)
  }

  /// Where the best band over recorded history is told.
  var note: [[Phrase]] {
    [
      [
        Phrase("band ", .label), Phrase(format.glyphs.plusMinus + format.fixed(strategy.policy.band, decimals: 4)),
      ],
      [Phrase("best over history: ", .label), Phrase("hedgetop band", .key)],
    ]
  }

  /// What the trades cost, or cost at least.
  private var cost: String {
    guard let cost = figures?.cost else { return format.glyphs.unknown }
    return cost.total.value.map { format.money($0) } ?? "at least \(format.money(cost.atLeast))"
  }

  private func word(_ verdict: RebalanceVerdict) -> String {
    verdict.decision == .rebalance ? "REBALANCE" : "WAIT"
  }

  private func mark(_ verdict: RebalanceVerdict) -> Character {
    verdict.decision == .rebalance ? format.glyphs.right : format.glyphs.bullet
  }

  private func role(_ verdict: RebalanceVerdict) -> ThemeRole {
    verdict.decision == .rebalance ? .warning : .calm
  }

  private static func key(_ row: LegCost, _ column: Int) -> SortKey {
    switch column {
    case 0: .text("\(row.leg)")
    case 1: .number(row.notional)
    case 2: .number(row.fee)
    default: .number(row.slippage.value)
    }
  }
}
