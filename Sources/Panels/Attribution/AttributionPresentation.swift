import HedgeAnalytics
import HedgeModel
import HedgeStore
import TerminalCells

/// What the panel of attribution says: where the profit of one strategy came from.
struct AttributionPresentation {
  /// One position in every period, in the order of ``periods``.
  struct Row {
    /// The position.
    let id: AttributedPosition.ID
    /// What it is called.
    let name: String
    /// When each period began for it, and what it brought.
    let figures: [PositionAttribution]
  }

  /// The periods shown beside each other.
  static let periods = AttributionPeriod.allCases
  /// Names of the sort columns. Sorting by a period also chooses it: the parts of the positions are those of it.
  static let sortColumns = ["Position", "Start", "Today", "Rebalance"]

  /// The strategy shown.
  let strategy: StrategyFigures
  /// The whole strategy, in the order of ``periods``.
  let whole: [AttributionFigures]
  /// Its positions after filter and sort.
  let rows: [Row]
  /// How figures are written.
  let format: FigureFormat
  /// The place of the period whose parts the positions show.
  let chosen: Int

  /// What to say of the strategy in `context`; nil when there is none.
  init?(_ snapshot: HedgeSnapshot, _ context: PanelContext) {
    guard let strategy = snapshot.strategy(context) else { return nil }
    self.strategy = strategy
    format = FigureFormat(snapshot, context)
    chosen = context.sortColumn.flatMap { (1...Self.periods.count).contains($0) ? $0 - 1 : nil } ?? 0
    let whole = snapshot.attribution.figures(of: strategy.name, since: Self.periods)
    self.whole = whole
    let all = whole[0].positions.indices.map { place in
      Row(
        id: whole[0].positions[place].id, name: AttributionWords.name(whole[0].positions[place].id),
        figures: whole.map { $0.positions[place] })
    }
    rows = RowOrder.arrange(all, context, text: { AttributionWords.key($0.id) }, key: Self.key)
  }

  /// How many positions pass the filter; asks for no figures.
  static func count(_ snapshot: HedgeSnapshot, _ context: PanelContext) -> Int {
    guard let strategy = snapshot.strategy(context) else { return 0 }
    let filter = RowFilter(context.filter)
    let positions = snapshot.attribution.positions(of: strategy.name)
    return filter.isEmpty ? positions.count : positions.count { filter.passes(AttributionWords.key($0)) }
  }

  private static func key(_ row: Row, _ column: Int) -> SortKey {
    row.figures.indices.contains(column - 1) ? .number(row.figures[column - 1].parts.total.value) : .text(row.name)
  }

  /// `+$1,234 · today −$56`.
  var summary: PanelSummary {
    let (start, today) = (whole[0].total.total, whole[1].total.total)
    guard let value = start.value?.ifFinite else {
      let text = today.value?.ifFinite.map { " \(format.money($0, sign: .both)) today" } ?? " unknown"
      return PanelSummary(format.glyphs.unknown + text, role: .unknown)
    }
    let last = today.value?.ifFinite.map { "\(format.separator)today \(format.money($0, sign: .both))" } ?? ""
    let text = format.money(value, sign: .both) + last
    guard let age = format.staleAge(start.provenance) ?? format.staleAge(today.provenance) else {
      return PanelSummary(text, role: FigureFormat.profitRole(value))
    }
    return PanelSummary("STALE \(format.shortDuration(age)) \(text)", role: .stale)
  }

  /// Since when each period counts, and how old the figures are where they are.
  var since: [[Phrase]] {
    let ages = whole.compactMap { format.staleAge($0.total.total.provenance) }
    let stale = ages.max().map { [Phrase("STALE \(format.shortDuration($0))", .stale, emphasis: .bold)] } ?? []
    return [stale]
      + whole.map { figures in
        [Phrase("\(AttributionWords.title(figures.period)) ", .label), Phrase(words(figures))]
      }
  }

  private func words(_ figures: AttributionFigures) -> String {
    if let since = figures.since { return "from \(moment(since))" }
    let known = figures.positions.compactMap(\.since)
    guard let first = known.min() else { return "from each opening" }
    return "from each opening, first \(moment(first))"
  }

  /// `2021-05-19 12:34`, UTC; the time alone today.
  func moment(_ instant: Timestamp) -> String {
    let time = ClockText.time(instant).prefix(5)
    let day = instant.isoDay
    return day == format.now.isoDay ? "\(time)" : "\(day) \(time)"
  }

  /// Why parts are missing.
  var notes: [Phrase] {
    var notes = UnknownNotes()
    for figures in whole {
      for part in AttributionPart.allCases { notes.note(figures.total[part].unknownReason) }
      notes.note(figures.total.total.unknownReason)
    }
    return notes.phrases(format)
  }
}
