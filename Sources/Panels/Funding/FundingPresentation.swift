import FoundationEssentials
import HedgeAnalytics
import HedgeModel
import HedgeStore
import TerminalCells

/// What the panel of funding says: per leg and in all, who pays whom.
struct FundingPresentation {
  /// The strategy shown.
  let strategy: StrategyFigures
  /// Its legs after filter and sort.
  let rows: [LegFigures]
  /// How figures are written.
  let format: FigureFormat
  private let benchmark: String

  /// Names of the sort columns.
  static let sortColumns = ["Leg", "Per day", "Annualised", "Accrued", "Projected"]

  /// What to say of the strategy in `context`; nil when there is none.
  init?(_ snapshot: HedgeSnapshot, _ context: PanelContext) {
    guard let strategy = snapshot.strategy(context) else { return nil }
    self.strategy = strategy
    format = FigureFormat(snapshot, context)
    benchmark = snapshot.benchmarkName
    rows = RowOrder.arrange(
      strategy.legs, context, text: { "\($0.id.instrument) \($0.id.account)" }, key: Self.key)
  }

  /// `receive $14.62/day`, or `pay …`.
  var summary: PanelSummary {
    let perDay = strategy.funding.perDay
    guard !strategy.legs.isEmpty else { return PanelSummary("none", role: .unknown) }
    guard let value = perDay.value else { return PanelSummary(format.glyphs.unknown, role: .unknown) }
    let text = "\(FigureFormat.fundingWord(value)) \(format.money(value.magnitude))/day"
    if let age = format.staleAge(perDay.provenance) {
      return PanelSummary("STALE \(format.shortDuration(age)) \(text)", role: .stale)
    }
    if !reversed.isEmpty { return PanelSummary("\(format.glyphs.warning) reversed: \(text)", role: .warning) }
    return PanelSummary(text, role: FigureFormat.profitRole(value))
  }

  /// The net figures in words, most important first.
  var headline: [[Phrase]] {
    let funding = strategy.funding
    guard !strategy.legs.isEmpty else { return [[Phrase("no futures legs: nothing to pay or receive", .label)]] }
    return [
      netClause, dragClause, yieldClause, breakEvenClause,
      labelled("fees in and out", format.agedPhrase(funding.roundTripFees) { format.money($0) }),
      funding.nextStamp.map { labelled("next stamp", Phrase(format.countdown(to: $0))) } ?? [],
    ]
  }

  /// What has turned against, or for, the hedge since the last review.
  var warnings: [[Phrase]] {
    reversed.map { row in
      let word = row.funding.perDay.value.map { FigureFormat.fundingWord($0) }
      let now = word.map { ": you now \($0)" } ?? ""
      return [
        Phrase("\(format.glyphs.warning) REVERSED ", .warning, emphasis: .bold),
        Phrase("\(row.id.instrument.symbol)\(now)", .warning),
      ]
    }
  }

  /// The legs whose rate has changed its sign since the last review.
  var reversed: [LegFigures] { strategy.legs.filter(\.funding.hasReversed) }

  /// Why figures are missing.
  var notes: [Phrase] {
    var notes = UnknownNotes()
    for row in rows where LegsPresentation.paysFunding(row) { notes.note(row.funding.perDay.unknownReason) }
    return notes.phrases(format)
  }

  /// The table.
  var table: TableContent {
    let isStale = rows.contains { $0.funding.perDay.isStale }
    let fields = fields.filter { $0.column.title != "Age" || isStale }
    return TableContent(
      columns: fields.map(\.column), rowCount: rows.count, row: { index in fields.map { $0.cell(rows[index]) } },
      totals: rows.count == strategy.legs.count ? fields.map(\.total) : [],
      emptyText: strategy.legs.isEmpty ? "no futures legs" : "no leg passes the filter")
  }

  private static func key(_ row: LegFigures, _ column: Int) -> SortKey {
    switch column {
    case 0: .text(row.id.instrument.symbol)
    case 1: .number(row.funding.perDay.value)
    case 2: .number(row.funding.annualisedRate.value)
    case 3: .number(row.funding.accrued.value)
    default: .number(row.funding.projected.value)
    }
  }

  private func labelled(_ label: String, _ value: Phrase) -> [Phrase] {
    [Phrase(label + " ", .label), value]
  }

  private var netClause: [Phrase] {
    let perDay = strategy.funding.perDay
    guard let value = perDay.value else {
      return [Phrase(format.glyphs.unknown + " " + (perDay.unknownReason?.detail ?? ""), .unknown)]
    }
    let word = FigureFormat.fundingWord(value)
    return [
      format.agedPhrase(perDay, role: FigureFormat.profitRole) { "\(word) \(format.money($0.magnitude))" },
      Phrase(" a day", .label),
    ]
  }

  private var dragClause: [Phrase] {
    guard strategy.funding.perDay.value != nil else { return [] }
    return labelled("drag", format.phrase(strategy.funding.perDay) { format.money(-$0, sign: .both) })
  }

  private var yieldClause: [Phrase] {
    [
      format.phrase(strategy.funding.annualisedYield, role: FigureFormat.profitRole) {
        format.percentage($0, decimals: 2, sign: .both)
      }, Phrase(" a year of notional", .label),
    ]
  }

  private var breakEvenClause: [Phrase] {
    guard let move = strategy.funding.breakEvenMove.value?.ifFinite else { return [] }
    let period = format.period(strategy.funding.holdingPeriod)
    let role: ThemeRole? = strategy.funding.breakEvenMove.isStale ? .stale : nil
    if move > 0 {
      return [
        Phrase("break-even \(benchmark) ", .label), Phrase(format.percentage(-move, decimals: 2), role ?? .text),
        Phrase(" in \(period)", .label),
      ]
    }
    return [
      Phrase("income beats fees by ", .label), Phrase(format.percentage(move.magnitude, decimals: 2), role ?? .gain),
      Phrase(" in \(period)", .label),
    ]
  }
}
