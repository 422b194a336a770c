import HedgeAnalytics
import HedgeModel
import HedgeStore
import TerminalCells

/// A titled chart of a strategy's history, made from its samples.
struct HistoryChart {
  /// What it shows.
  let title: [Phrase]
  /// The lines.
  let chart: LineChart

  /// Draws the title and the chart below it.
  func draw(_ context: PanelContext, in area: Rect, on grid: inout Grid) {
    guard area.rows >= 4, area.columns >= 16 else { return }
    grid.write(title, in: area, context)
    chart.draw(context, in: area.splitVertically(at: 1).bottom, on: &grid)
  }

  /// Net beta with target and band; nil without two samples.
  static func netBeta(_ snapshot: HedgeSnapshot, _ context: PanelContext, _ format: FigureFormat) -> HistoryChart? {
    guard let strategy = snapshot.strategy(context), let samples = samples(snapshot, context) else { return nil }
    let band = strategy.netBeta.band
    func edge(_ offset: Double) -> [LineChart.Sample] {
      samples.map { LineChart.Sample(at: $0.at, value: $0.target.map { $0 + offset }) }
    }
    let line = samples.map { LineChart.Sample(at: $0.at, value: $0.netBeta) }
    let glyphs = format.glyphs
    return HistoryChart(
      title: [
        Phrase("Net \(glyphs.beta)", .title), Phrase("  target and band \(glyphs.plusMinus)", .label),
        Phrase(format.fixed(band, decimals: 2), .label),
      ],
      chart: chart(
        [
          LineChart.Series(samples: line, role: strategy.netBeta.verdict == .breach ? .breach : .text, sign: "*"),
          LineChart.Series(samples: edge(0), role: .target, sign: "-", mark: "╌"),
          LineChart.Series(samples: edge(band), role: .band, sign: ".", mark: "·", spacing: 2),
          LineChart.Series(samples: edge(-band), role: .band, sign: ".", mark: "·", spacing: 2),
        ], format
      ) { format.fixed($0, decimals: 3, sign: .both) })
  }

  /// Value of the spot; nil without two samples, or when amounts are hidden.
  static func spotValue(_ snapshot: HedgeSnapshot, _ context: PanelContext, _ format: FigureFormat) -> HistoryChart? {
    guard !format.hidesBalances, let samples = samples(snapshot, context) else { return nil }
    let line = samples.map { LineChart.Sample(at: $0.at, value: $0.spotValue) }
    return HistoryChart(
      title: [Phrase("Spot value", .title), Phrase("  \(format.currencyName)", .label)],
      chart: chart([LineChart.Series(samples: line, role: .text, sign: "*")], format) { format.fixed($0, decimals: 0) })
  }

  /// Worst normalised margin ratio; nil without two samples.
  static func margin(_ snapshot: HedgeSnapshot, _ context: PanelContext, _ format: FigureFormat) -> HistoryChart? {
    guard let samples = samples(snapshot, context) else { return nil }
    let line = samples.map { LineChart.Sample(at: $0.at, value: $0.marginRatio) }
    return HistoryChart(
      title: [Phrase("Way to liquidation", .title), Phrase("  worst account, %", .label)],
      chart: chart([LineChart.Series(samples: line, role: .text, sign: "*")], format) { format.percent($0) })
  }

  private static func chart(
    _ series: [LineChart.Series], _ format: FigureFormat, label: @escaping @Sendable (Double) -> String
  ) -> LineChart {
    LineChart(series: series, label: label, now: format.now) { format.span($0) }
  }

  private static func samples(_ snapshot: HedgeSnapshot, _ context: PanelContext) -> ArraySlice<StrategySample>? {
    guard let strategy = snapshot.strategy(context), let history = snapshot.histories[strategy.name] else { return nil }
    let shown = history.samples.suffix(max(2, context.chartRange ?? history.samples.count))
    return shown.count >= 2 ? shown : nil
  }
}
