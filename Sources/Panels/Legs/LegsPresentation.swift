import FoundationEssentials
import Alerting
import HedgeAnalytics
import HedgeModel
import HedgeStore
import TerminalCells

/// What the panel of futures legs says.
struct LegsPresentation {
  /// The strategy shown.
  let strategy: StrategyFigures
  /// Its legs after filter and sort.
  let rows: [LegFigures]
  /// How figures are written.
  let format: FigureFormat
  /// When a distance is short.
  let policy: AlertPolicy

  /// Names of the sort columns.
  static let sortColumns = ["Leg", "Notional", "Basis", "P&L", "Funding", "Distance", "Account"]

  /// What to say of the strategy in `context`; nil when there is none.
  init?(_ snapshot: HedgeSnapshot, _ context: PanelContext) {
    guard let strategy = snapshot.strategy(context) else { return nil }
    self.strategy = strategy
    format = FigureFormat(snapshot, context)
    policy = snapshot.alertPolicy
    rows = RowOrder.arrange(strategy.legs, context, text: Self.searchText, key: Self.key)
  }

  /// Net notional and profit of the legs.
  var summary: PanelSummary {
    guard !strategy.legs.isEmpty else { return PanelSummary("none", role: .unknown) }
    guard let notional = strategy.legNotional.value else { return PanelSummary(format.glyphs.unknown, role: .unknown) }
    let side = notional < 0 ? "short" : notional > 0 ? "long" : "flat"
    var text = "\(side) \(format.compactMoney(notional.magnitude))"
    if let age = format.staleAge(strategy.legNotional.provenance) {
      return PanelSummary("STALE \(format.shortDuration(age)) \(text)", role: .stale)
    }
    if let profit = strategy.unrealisedProfit.value { text += " P&L " + format.compactMoney(profit, sign: .both) }
    return PanelSummary(text, role: .text)
  }

  /// Why figures are missing.
  var notes: [Phrase] {
    var notes = UnknownNotes()
    for row in rows {
      notes.note(row.mark.unknownReason)
      notes.note(row.beta.unknownReason)
      if Self.paysFunding(row) { notes.note(row.funding.rate.unknownReason) }
    }
    return notes.phrases(format)
  }

  /// The table.
  var table: TableContent {
    let isStale = rows.contains { $0.notional.isStale || $0.funding.rate.isStale }
    let decimals = FigureFormat.amountDecimals(largest: strategy.legNotional.value ?? 1e6)
    let fields = fields(decimals: decimals).filter { $0.column.title != "Age" || isStale }
    return TableContent(
      columns: fields.map(\.column), rowCount: rows.count, row: { index in fields.map { cell($0, of: rows[index]) } },
      totals: rows.count == strategy.legs.count ? fields.map(\.total) : [],
      emptyText: strategy.legs.isEmpty ? "no futures legs" : "no leg passes the filter")
  }

  /// Whether a leg pays funding at all: a dated future does not.
  static func paysFunding(_ row: LegFigures) -> Bool {
    if case .dated = row.instrument.kind { false } else { true }
  }

  /// `SHORT`, `LONG`, or `flat` for a leg that holds nothing now; `unread` for positions nobody knows.
  static func side(_ row: LegFigures) -> String {
    if row.isUnread { return "unread" }
    return row.leg.contracts < 0 ? "SHORT" : row.leg.contracts > 0 ? "LONG" : "flat"
  }

  private static func searchText(_ row: LegFigures) -> String {
    "\(row.id.instrument) \(row.id.account) \(side(row))"
  }

  private static func key(_ row: LegFigures, _ column: Int) -> SortKey {
    switch column {
    case 0: .text(row.id.instrument.symbol)
    case 1: .number(row.notional.value)
    case 2: .number(row.basis.value)
    case 3: .number(row.unrealisedProfit.value)
    case 4: .number(row.funding.perDay.value)
    case 5: .number(row.moveLeft?.magnitude)
    default: .text(row.id.account.name)
    }
  }
}
