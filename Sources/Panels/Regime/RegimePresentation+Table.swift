import HedgeAnalytics
import HedgeModel
import TerminalCells

extension RegimePresentation {
  /// Volatilities as numbers and bars on one scale, and what each hedge takes off.
  var table: TableContent {
    let highest = all.compactMap { $0.volatility.value?.ifFinite }.max() ?? 0
    let scale = "0 – \(format.percent(highest, decimals: 0)) %".ascii(
      if: format.glyphs.isASCII, "0 - \(format.percent(highest, decimals: 0)) %")
    return TableContent(
      columns: [
        TableColumn("Book, coin", .left, width: .shrinking(minimum: 10), sortIndex: 0),
        TableColumn("Vol. %/y", width: .content(minimum: 6), sortIndex: 1),
        TableColumn(scale, .left, width: .drawing(minimum: 8, maximum: 40), priority: 2),
        TableColumn("Hedge eff. %", width: .content(minimum: 7), priority: 1, sortIndex: 2),
      ], rowCount: rows.count, row: { cells(rows[$0], highest: highest) },
      emptyText: all.isEmpty ? "no coin with a price history" : "nothing passes the filter")
  }

  private func cells(_ row: RegimeRow, highest: Double) -> [TableCell] {
    let share = highest > 0 ? row.volatility.value.map { $0 / highest } : nil
    return [
      .phrase(Phrase(row.name)), .phrase(format.phrase(row.volatility) { format.percent($0) }),
      .bar(share, row.volatility.isStale ? .stale : row.effectiveness == nil ? .label : .text),
      row.effectiveness.map { .phrase(effectiveness($0)) } ?? .empty,
    ]
  }

  /// 1 − Var/Var; with a mark when the hedge adds risk.
  func effectiveness(_ reading: Reading<HedgeEffectiveness>) -> Phrase {
    var phrase = format.phrase(reading, role: { $0.effectiveness < 0 ? .warning : .text }) {
      format.percent($0.effectiveness)
    }
    if let value = reading.value, value.effectiveness < 0 { phrase.text = "\(format.glyphs.warning) \(phrase.text)" }
    return phrase
  }

  /// The average correlation over time between its limits; nil while there are fewer than two.
  func chart(_ context: PanelContext) -> HistoryChart? {
    guard let study = study?.value else { return nil }
    let shown = study.averages.indices.suffix(max(2, context.chartRange ?? study.averages.count))
      .drop { study.averages[$0].isNaN }
    guard shown.count > 1, let first = shown.first, let last = shown.last else { return nil }
    func line(_ value: Double) -> LineChart.Series {
      let ends = [first, last].map { LineChart.Sample(at: study.close(ofAverage: $0), value: value) }
      return LineChart.Series(samples: ends, role: .band, sign: ".", mark: "·", spacing: 2)
    }
    let samples = shown.map {
      LineChart.Sample(at: study.close(ofAverage: $0), value: study.averages[$0].ifFinite)
    }
    let limits = regime?.value?.limits ?? RegimeLimits()
    let format = format
    return HistoryChart(
      title: [Phrase("Correlation", .title), Phrase(" \(format.period(study.regimeSpan)) ", .label), now]
        + [Phrase("  limits \(limit(limits.low)), \(limit(limits.nearOne))", .label)],
      chart: LineChart(
        series: [LineChart.Series(samples: samples, role: .text, sign: "*"), line(limits.nearOne), line(limits.low)],
        label: { format.fixed($0, decimals: 2) }, now: study.asOf, ageLabel: { format.shortDuration($0) }))
  }

  /// The same in one line, for when there is no room for more.
  func sparkline(columns: Int) -> [Phrase] {
    guard let study = study?.value, let average else { return [] }
    let label = "Average correlation \(format.period(study.regimeSpan)) "
    let number = " " + RiskWords.correlation(average, format)
    let room = columns - TextWidth.columns(of: label) - number.count
    return [
      Phrase(label, .label), Phrase(Sparkline.text(study.averages, columns: min(room, 60), glyphs: format.glyphs)),
      Phrase(number),
    ]
  }

  private var now: Phrase {
    average.map { Phrase(limit($0)) } ?? Phrase(format.glyphs.unknown, .unknown)
  }

  private func limit(_ value: Double) -> String { RiskWords.correlation(value, format) }
}
