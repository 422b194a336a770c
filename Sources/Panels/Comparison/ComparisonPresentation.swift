import HedgeAnalytics
import HedgeModel
import HedgeStore
import TerminalCells

/// What the panel of the comparison says: the same money in other strategies.
struct ComparisonPresentation {
  /// The strategy shown.
  let strategy: StrategyFigures
  /// The rows, as far as they have come.
  let state: StudyState<[ComparisonRow]>
  /// The rows after filter and sort.
  let rows: [ComparisonRow]
  /// How figures are written.
  let format: FigureFormat

  /// Names of the sort columns.
  static let sortColumns = ["Way", "Net beta", "Margin", "Funding", "Fall", "Rise"]

  /// What to say of the strategy in `context`; nil when there is none.
  init?(_ snapshot: HedgeSnapshot, _ context: PanelContext) {
    guard let strategy = snapshot.strategy(context) else { return nil }
    self.strategy = strategy
    state = StudyState(snapshot.studies.comparisons?[strategy.name])
    format = FigureFormat(snapshot, context)
    rows = RowOrder.arrange(
      state.value ?? [], context, text: { "\($0.kind.rawValue) \($0.kind.words)" }, key: Self.key)
  }

  /// What a fall costs now, and what it would cost without a hedge.
  var summary: PanelSummary {
    if let absence = state.absence(format) { return absence }
    guard let all = state.value, let now = all.first(where: { $0.kind == .current }),
      let bare = all.first(where: { $0.kind == .longOnly }), now.profitAtFall.value != nil,
      bare.profitAtFall.value != nil
    else { return PanelSummary(format.glyphs.unknown, role: .unknown) }
    func loss(_ row: ComparisonRow) -> String {
      format.phrase(row.profitAtFall) { format.compactMoney($0, sign: .both) }.text
    }
    let words = "\(move(-HedgeComparison.move)): \(loss(now)), unhedged \(loss(bare))"
    if let age = format.staleAge(now.profitAtFall.provenance) {
      return PanelSummary("STALE \(format.shortDuration(age)) \(words)", role: .stale)
    }
    return PanelSummary(words, role: .text)
  }

  /// The table.
  var table: TableContent {
    let fields = nameFields + moneyFields + profitFields
    return TableContent(
      columns: fields.map(\.column), rowCount: rows.count, row: { index in fields.map { $0.cell(rows[index]) } },
      emptyText: "no way passes the filter")
  }

  /// How old stale figures are, and why figures are missing.
  var notes: [Phrase] {
    var notes = UnknownNotes()
    for row in rows {
      for reading in [row.netBeta, row.marginNeeded, row.fundingPerDay, row.profitAtFall] {
        notes.note(reading.unknownReason)
      }
    }
    guard let age = rows.compactMap({ format.staleAge($0.netBeta.provenance) }).max() else {
      return notes.phrases(format)
    }
    return [Phrase("STALE \(format.shortDuration(age))  ", .stale, emphasis: .bold)] + notes.phrases(format)
  }

  /// Every figure of a row.
  func details(of key: String) -> [DetailLine] {
    guard let row = state.value?.first(where: { $0.kind.rawValue == key }) else {
      return state.absence(format).map { [DetailLine("Comparison", $0.text, role: $0.role)] } ?? []
    }
    func money(_ label: String, _ reading: Reading<Double>) -> DetailLine {
      DetailLine(label, reading, format) { format.money($0, sign: .both) }
    }
    return [
      DetailLine("What the money does", row.kind.words), money("Held long", row.longValue),
      money("Notional of the futures", row.legNotional),
      DetailLine("Net beta", row.netBeta, format) { format.beta($0, sign: .both) },
      money("Initial margin needed", row.marginNeeded), money("Funding a day", row.fundingPerDay),
      money("Profit at \(move(-HedgeComparison.move))", row.profitAtFall),
      money("Profit at \(move(HedgeComparison.move))", row.profitAtRise),
    ]
  }

  private struct Field {
    let column: TableColumn
    let cell: (ComparisonRow) -> TableCell
  }

  private var nameFields: [Field] {
    [
      Field(
        column: TableColumn("  Way", .left, width: .shrinking(minimum: 12), sortIndex: 0),
        cell: { row in
          let isCurrent = row.kind == .current
          let mark = isCurrent ? String(format.glyphs.right) : " "
          return .phrase(Phrase("\(mark) \(row.kind.rawValue)", isCurrent ? .title : .text))
        }),
      Field(
        column: TableColumn("", .left, width: .shrinking(minimum: 12), priority: 5),
        cell: { .phrase(Phrase($0.kind.words, .label)) }),
      Field(
        column: TableColumn("Net \(format.glyphs.beta)", width: .content(minimum: 7), sortIndex: 1),
        cell: { row in .phrase(format.phrase(row.netBeta) { format.beta($0, sign: .both) }) }),
    ]
  }

  private var moneyFields: [Field] {
    let currency = format.currencyName
    return [
      Field(
        column: TableColumn("Legs \(currency)", width: .content(minimum: 9), priority: 6),
        cell: { row in .phrase(format.phrase(row.legNotional) { format.amount($0) }) }),
      Field(
        column: TableColumn("Margin \(currency)", width: .content(minimum: 8), priority: 2, sortIndex: 2),
        cell: { row in .phrase(format.phrase(row.marginNeeded) { format.amount($0) }) }),
      Field(
        column: TableColumn("Flow", .left, width: .content(minimum: 7), priority: 4),
        cell: { row in
          .phrase(
            format.phrase(Self.shown(row.fundingPerDay, decimals: 2), role: FigureFormat.profitRole) {
              FigureFormat.fundingWord($0)
            })
        }),
      Field(
        column: TableColumn("Fund. \(currency)/day", width: .content(minimum: 8), priority: 3, sortIndex: 3),
        cell: { .phrase(cash($0.fundingPerDay, decimals: 2)) }),
    ]
  }

  private var profitFields: [Field] {
    [
      Field(
        column: TableColumn("At \(move(-HedgeComparison.move))", width: .content(minimum: 8), sortIndex: 4),
        cell: { .phrase(cash($0.profitAtFall)) }),
      Field(
        column: TableColumn("At \(move(HedgeComparison.move))", width: .content(minimum: 8), priority: 1, sortIndex: 5),
        cell: { .phrase(cash($0.profitAtRise)) }),
    ]
  }

  private func cash(_ reading: Reading<Double>, decimals: Int = 0) -> Phrase {
    format.phrase(Self.shown(reading, decimals: decimals), role: FigureFormat.profitRole) {
      $0 == 0 ? "0" : format.amount($0, decimals: decimals, sign: .both)
    }
  }

  /// The amount as it is written: what rounds to zero is neither gained nor lost, however little is left of a sum.
  private static func shown(_ reading: Reading<Double>, decimals: Int) -> Reading<Double> {
    let scale = (0..<decimals).reduce(1.0) { scale, _ in scale * 10 }
    return reading.map { ($0 * scale).rounded() == 0 ? 0 : $0 }
  }

  /// `−10 %`.
  private func move(_ move: Double) -> String { format.percentage(move, decimals: 0, sign: .both) }

  private static func key(_ row: ComparisonRow, _ column: Int) -> SortKey {
    switch column {
    case 0: .text(row.kind.rawValue)
    case 1: .number(row.netBeta.value)
    case 2: .number(row.marginNeeded.value)
    case 3: .number(row.fundingPerDay.value)
    case 4: .number(row.profitAtFall.value)
    default: .number(row.profitAtRise.value)
    }
  }
}
