import FoundationEssentials
import HedgeAnalytics
import HedgeModel
import HedgeStore
import TerminalCells

/// What the panel of spot holdings says.
struct SpotPresentation {
  /// The strategy shown.
  let strategy: StrategyFigures
  /// Its rows after filter and sort.
  let rows: [HoldingFigures]
  /// How figures are written.
  let format: FigureFormat
  private let snapshot: HedgeSnapshot
  private let context: PanelContext

  /// Names of the sort columns.
  static let sortColumns = ["Asset", "Value", "24h", "Weight", "Beta", "Contribution", "P&L"]

  /// What to say of the strategy in `context`; nil when there is none.
  init?(_ snapshot: HedgeSnapshot, _ context: PanelContext) {
    guard let strategy = snapshot.strategy(context) else { return nil }
    self.strategy = strategy
    self.snapshot = snapshot
    self.context = context
    format = FigureFormat(snapshot, context)
    rows = RowOrder.arrange(strategy.holdings, context, text: { "\(Self.name($0)) \(Self.account($0))" }, key: Self.key)
  }

  /// Value and day's change of the spot.
  var summary: PanelSummary {
    guard !strategy.holdings.isEmpty else { return PanelSummary("none", role: .unknown) }
    guard let value = strategy.spotValue.value else { return PanelSummary(format.glyphs.unknown, role: .unknown) }
    var text = format.compactMoney(value)
    if let age = format.staleAge(strategy.spotValue.provenance) {
      return PanelSummary("STALE \(format.shortDuration(age)) \(text)", role: .stale)
    }
    if let change = strategy.spotChange.value { text += " " + format.percentage(change, sign: .both) }
    return PanelSummary(text, role: .text)
  }

  /// Why figures are missing.
  var notes: [Phrase] {
    var notes = UnknownNotes()
    for row in rows {
      notes.note(row.price.unknownReason)
      notes.note(row.beta.unknownReason)
    }
    return notes.phrases(format)
  }

  /// The table.
  var table: TableContent {
    let isStale = rows.contains { $0.value.isStale || $0.beta.isStale }
    let decimals = FigureFormat.amountDecimals(largest: strategy.spotValue.value ?? 1e6)
    let scale = rows.reduce(0) { max($0, $1.contribution.value?.ifFinite?.magnitude ?? 0) }
    let fields = fields(decimals: decimals, scale: scale).filter { field in
      switch field.column.title {
      case "Age": isStale
      case "Account": rows.contains { $0.origin != .spot }
      case profitTitle: rows.contains { $0.unrealisedProfit.value != nil }
      default: true
      }
    }
    return TableContent(
      columns: fields.map(\.column), rowCount: rows.count, row: { index in fields.map { $0.cell(rows[index]) } },
      totals: rows.count == strategy.holdings.count ? fields.map(\.total) : [],
      emptyText: strategy.holdings.isEmpty ? StrategyWords.noSpot(strategy) : "no holding passes the filter")
  }

  /// `BTC`, or `BTC margin` for what stands in a margin account.
  static func name(_ row: HoldingFigures) -> String {
    row.origin == .spot ? row.asset.symbol : "\(row.asset.symbol) margin"
  }

  /// The margin account a row stands in; empty for spot.
  static func account(_ row: HoldingFigures) -> String {
    if case .collateral(let account) = row.origin { account.name } else { "" }
  }

  private static func key(_ row: HoldingFigures, _ column: Int) -> SortKey {
    switch column {
    case 0: .text(row.asset.symbol)
    case 1: .number(row.value.value)
    case 2: .number(row.change.value)
    case 3: .number(row.weight.value)
    case 4: .number(row.beta.value?.beta)
    case 5: .number(row.contribution.value)
    default: .number(row.unrealisedProfit.value)
    }
  }
}

extension SpotPresentation {
  /// A column with what stands in it.
  fileprivate struct Field {
    let column: TableColumn
    let cell: (HoldingFigures) -> TableCell
    var total = TableCell.empty
  }

  /// All columns, left to right; the table leaves out what does not fit.
  fileprivate func fields(decimals: Int, scale: Double) -> [Field] {
    marketFields(decimals: decimals) + betaFields(scale: scale) + [
      Field(
        column: TableColumn(profitTitle, width: .content(minimum: 8), priority: 9, sortIndex: 6),
        cell: { row in
          .phrase(
            format.phrase(row.unrealisedProfit, role: FigureFormat.profitRole) {
              format.amount($0, decimals: decimals, sign: .both)
            })
        }),
      Field(
        column: TableColumn("Trend", .left, width: .drawing(minimum: 8, maximum: 24), priority: 8),
        cell: { .sparkline(snapshot.recentPrices[$0.instrument] ?? []) }),
      Field(
        column: TableColumn("Age", .right),
        cell: { .phrase(format.agePhrase([$0.value.provenance, $0.beta.provenance])) }),
    ]
  }

  /// Nobody states the cost of most holdings: a column of dashes would only take room.
  fileprivate var profitTitle: String { "P&L \(format.currencyName)" }

  /// The least room of names: that of what says what has not been read, because the columns beside it say nothing.
  private var nameColumns: Int {
    rows.filter(\.instrument.isUnread).map { min(34, TextWidth.columns(of: Self.name($0))) }.max() ?? 8
  }

  private func marketFields(decimals: Int) -> [Field] {
    [
      Field(
        column: TableColumn("Asset", .left, width: .shrinking(minimum: nameColumns), sortIndex: 0),
        cell: { .phrase(Phrase(Self.name($0))) }, total: .phrase(Phrase("Total"))),
      Field(
        column: TableColumn("Account", .left, width: .shrinking(minimum: 8), priority: 12),
        cell: { .phrase(Phrase(Self.account($0), .label)) }),
      Field(
        column: TableColumn("Quantity", width: .content(minimum: 8), priority: 3),
        cell: { row in
          .phrase(format.phrase(row.quantity) { format.hidesBalances ? format.hidden : format.quantity($0) })
        }),
      Field(
        column: TableColumn("Price \(format.currencyName)", width: .content(minimum: 9), priority: 2),
        cell: { row in .phrase(format.phrase(row.price) { format.price($0) }) }),
      Field(
        column: TableColumn("24h %", width: .content(minimum: 6), priority: 5, sortIndex: 2),
        cell: { .phrase(change($0.change)) }, total: .phrase(change(strategy.spotChange))),
      Field(
        column: TableColumn("Value \(format.currencyName)", width: .content(minimum: 9), sortIndex: 1),
        cell: { row in .phrase(format.phrase(row.value) { format.amount($0, decimals: decimals) }) },
        total: .phrase(format.phrase(strategy.spotValue) { format.amount($0, decimals: decimals) })),
      Field(
        column: TableColumn("Weight %", width: .content(minimum: 5), priority: 7, sortIndex: 3),
        cell: { row in .phrase(format.phrase(row.weight) { format.percent($0) }) }),
    ]
  }

  private func betaFields(scale: Double) -> [Field] {
    let glyphs = format.glyphs
    return [
      Field(
        column: TableColumn(glyphs.beta, width: .content(minimum: 6), priority: 1, sortIndex: 4),
        cell: { row in .phrase(format.phrase(row.beta) { format.beta($0.beta) }) },
        total: .phrase(format.phrase(strategy.netBeta.spotBeta) { format.beta($0) })),
      Field(
        column: TableColumn("\(glyphs.plusMinus)s.e.", .right, width: .content(minimum: 5), priority: 6),
        cell: { .phrase(standardError($0.beta)) }),
      Field(
        column: TableColumn("R²".ascii(if: glyphs.isASCII, "R2"), width: .content(minimum: 4), priority: 10),
        cell: { .phrase(fit($0.beta)) }),
      Field(
        column: TableColumn("Adds \(glyphs.beta)", width: .content(minimum: 7), priority: 4, sortIndex: 5),
        cell: { row in .phrase(format.phrase(row.contribution) { format.beta($0, sign: .both) }) }),
      Field(
        column: TableColumn("", .left, width: .drawing(minimum: 9, maximum: 11), priority: 11),
        cell: { .signedBar($0.contribution.value, scale: scale, $0.contribution.isStale ? .stale : .label) }),
    ]
  }

  /// To a tenth of a percent: hundredths would change every row, colours and all, with every refresh. The details have
  /// them.
  private func change(_ reading: Reading<Double>) -> Phrase {
    format.phrase(reading, role: FigureFormat.profitRole) { format.percent($0, sign: .both) }
  }

  /// The error of an estimate; `fixed` for a stated beta, `bench` for the benchmark's own.
  private func standardError(_ reading: Reading<BetaEstimate>) -> Phrase {
    guard let estimate = reading.value else { return Phrase(format.glyphs.unknown, .unknown) }
    switch estimate.source {
    case .override: return Phrase("fixed", .label)
    case .identity: return Phrase("bench", .label)
    case .regression, .exponential, .vasicek, .blume, .kalman, .twoFactor:
      guard let error = estimate.standardError else { return Phrase(format.glyphs.unknown, .unknown) }
      return Phrase(format.fixed(error, decimals: 3), reading.isStale ? .stale : .label)
    }
  }

  private func fit(_ reading: Reading<BetaEstimate>) -> Phrase {
    guard let fit = reading.value?.rSquared else { return Phrase("") }
    return Phrase(format.fixed(fit, decimals: 2), reading.isStale ? .stale : .label)
  }
}

extension String {
  /// This text, or another where only ASCII may be shown.
  func ascii(if isASCII: Bool, _ plain: String) -> String { isASCII ? plain : self }
}
