import Alerting
import HedgeAnalytics
import HedgeModel
import HedgeStore
import TerminalCells

/// What the panel of strategies says.
struct StrategiesPresentation {
  /// The strategies after filter and sort.
  let rows: [StrategyFigures]
  /// Every strategy.
  let strategies: [StrategyFigures]
  /// The sums over them.
  let sums: PortfolioTotals
  /// How figures are written.
  let format: FigureFormat
  /// When a margin ratio is a warning.
  let policy: AlertPolicy
  let benchmark: String
  private let shown: Int
  private let accounts: [AccountID: AccountFigures]
  private let dueReviews: [String: [DueReview]]

  /// Names of the sort columns.
  static let sortColumns = [
    "Strategy", "Kind", "Value", "Notional", "Net beta", "Drift", "Leverage", "P&L", "Funding", "Margin",
  ]

  /// What to say of the strategies of a snapshot.
  init(_ snapshot: HedgeSnapshot, _ context: PanelContext) {
    strategies = snapshot.figures.strategies
    sums = snapshot.figures.totals
    format = FigureFormat(snapshot, context)
    policy = snapshot.alertPolicy
    benchmark = snapshot.benchmarkName
    shown = context.strategy
    dueReviews = snapshot.dueReviews
    let accounts = Dictionary(snapshot.figures.accounts.map { ($0.id, $0) }) { first, _ in first }
    self.accounts = accounts
    rows = RowOrder.arrange(
      strategies, context, text: { "\($0.name) \(StrategyWords.kind($0)) \(Self.state($0))" },
      key: { Self.key($0, $1, accounts) })
  }

  /// How many are off, or that all are in band.
  var summary: PanelSummary {
    guard !strategies.isEmpty else { return .nothing }
    let states = strategies.map(Self.state)
    func count(_ state: VerdictWord) -> Int { states.filter { $0 == state }.count }
    let all = strategies.count == 1 ? "1 strategy" : "\(strategies.count) strategies"
    let off = count(.breach)
    if off > 0 { return PanelSummary("\(format.glyphs.warning) BREACH \(off) of \(all)", role: .breach) }
    if count(.stale) > 0 {
      let ages = strategies.compactMap { format.staleAge($0.netBeta.drift.provenance) }
      let age = ages.max().map { " \(format.shortDuration($0))" } ?? ""
      return PanelSummary("STALE\(age) \(all)", role: .stale)
    }
    if count(.unknown) > 0 {
      return PanelSummary("\(format.glyphs.unknown) \(count(.unknown)) of \(all) unknown", role: .unknown)
    }
    return PanelSummary("\(all) in band", role: .calm)
  }

  /// How a drift stands to its band, in a word.
  enum VerdictWord: String, Hashable {
    case inBand = "in band"
    case breach = "BREACH"
    case stale = "stale"
    case unknown = "unknown"
  }

  /// The verdict of a strategy; a drift that is no number is unknown.
  static func state(_ strategy: StrategyFigures) -> VerdictWord {
    guard let drift = strategy.netBeta.drift.value, !drift.isNaN else { return .unknown }
    return switch strategy.netBeta.verdict {
    case .inBand: .inBand
    case .breach: .breach
    case .stale: .stale
    case .unknown: .unknown
    }
  }

  /// The verdict in a word, and with a mark where it is bad.
  func verdict(_ strategy: StrategyFigures) -> Phrase {
    switch Self.state(strategy) {
    case .inBand: return Phrase("in band", .calm)
    case .breach: return Phrase("\(format.glyphs.warning) BREACH", .breach, emphasis: .bold)
    case .stale:
      let age = format.staleAge(strategy.netBeta.drift.provenance).map { " \(format.shortDuration($0))" } ?? ""
      return Phrase("STALE\(age)", .stale)
    case .unknown: return Phrase("\(format.glyphs.unknown) unknown", .unknown)
    }
  }

  /// The verdict within a sentence.
  func verdictClause(_ strategy: StrategyFigures) -> [Phrase] {
    let drift = format.phrase(strategy.netBeta.drift) { " drift \(format.beta($0, sign: .both))" }
    return [verdict(strategy)] + (Self.state(strategy) == .unknown ? [] : [drift])
  }

  /// Whether a strategy is the one on the page of the hedge.
  func isShown(_ strategy: StrategyFigures) -> Bool {
    strategies.element(shown)?.name == strategy.name
  }

  /// The account of a strategy that is nearest to liquidation by its ratio.
  func worstAccount(_ strategy: StrategyFigures) -> AccountFigures? { Self.worst(strategy, accounts) }

  private static func worst(
    _ strategy: StrategyFigures, _ accounts: [AccountID: AccountFigures]
  ) -> AccountFigures? {
    Set(strategy.legs.map(\.id.account)).compactMap { accounts[$0] }.max {
      ($0.normalisedRatio.value?.ifFinite ?? 2, $1.id.name) < ($1.normalisedRatio.value?.ifFinite ?? 2, $0.id.name)
    }
  }

  /// What calls for a look, or when the next one is due.
  func look(_ strategy: StrategyFigures) -> Phrase {
    if let due = dueReviews[strategy.name], let first = due.first {
      let more = due.count > 1 ? " +\(due.count - 1)" : ""
      return Phrase("\(format.glyphs.warning) \(format.words(first, benchmark: benchmark))\(more)", .warning)
    }
    guard let interval = strategy.policy.review.interval else { return Phrase("on a move", .label) }
    guard let since = strategy.netBeta.attribution.value?.since else { return Phrase(format.glyphs.unknown, .unknown) }
    let next = format.countdown(to: since + interval)
    return Phrase(next == "due" ? next : "in \(next)", .label)
  }

  /// Why figures are missing.
  var notes: [Phrase] {
    var notes = UnknownNotes()
    for row in rows {
      if case .unknown(let reason) = row.netBeta.verdict { notes.note(reason) }
      notes.note(row.netBeta.denominatorValue.unknownReason)
    }
    return notes.phrases(format)
  }

  private static func key(
    _ row: StrategyFigures, _ column: Int, _ accounts: [AccountID: AccountFigures]
  ) -> SortKey {
    switch column {
    case 0: .text(row.name)
    case 1: .text(row.kind.words)
    case 2: .number(row.netBeta.denominatorValue.value)
    case 3: .number(row.legNotional.value)
    case 4: .number(row.netBeta.netBeta.value)
    case 5: .number(row.netBeta.drift.value?.magnitude)
    case 6: .number(row.leverage.value)
    case 7: .number(row.unrealisedProfit.value)
    case 8: .number(row.funding.perDay.value)
    default: .number(worst(row, accounts)?.normalisedRatio.value)
    }
  }
}
