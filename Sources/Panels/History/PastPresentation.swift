import Alerting
import HedgeAnalytics
import HedgeModel
import HedgeStore
import TerminalCells

/// What the charts of the past have in common: what was read for the strategy and the range shown, or why there is
/// nothing.
struct PastPresentation {
  let format: FigureFormat
  let range: HistoryRange
  let policy: AlertPolicy
  /// Why profit since the start is unknown now; nil while it is known.
  let profitUnknown: UnknownReason?
  private let strategy: StrategyFigures?
  private let view: HistoryView?

  /// What to say of the past as far as a context has it.
  init(_ snapshot: HedgeSnapshot, _ context: PanelContext) {
    format = FigureFormat(snapshot, context)
    range = context.historyRange
    policy = snapshot.alertPolicy
    strategy = snapshot.strategy(context)
    profitUnknown = strategy.flatMap {
      snapshot.attribution.figures(of: $0.name, since: .start).total.total.unknownReason
    }
    view = context.history.flatMap { view in
      view.request.strategy == snapshot.strategy(context)?.name && view.request.range == context.historyRange
        ? view : nil
    }
  }

  /// The figures that were read; nil when there are none.
  var series: HistorySeries? {
    if case .series(let series, _)? = view?.content { series } else { nil }
  }

  /// The time that is shown: the range, or what is kept of it where that is less.
  var shown: String {
    guard let view, let duration = range.duration, view.until - view.since < duration, series != nil else {
      return range.words
    }
    return "kept for \(format.calmDuration(view.until - view.since))"
  }

  /// A figure of them; nil when it was not read.
  func column(_ figure: HistoryFigure) -> HistorySeries.Column? { series?.columns[figure] }

  /// What was decided in that time.
  var decisions: [Decision] {
    if case .series(_, let decisions)? = view?.content { decisions } else { [] }
  }

  /// Why there is no chart of a figure, a line each; nil when there is one.
  func missing(_ figure: HistoryFigure, what: String) -> [[Phrase]]? {
    guard let strategy else { return [[Phrase("no strategy", .unknown)]] }
    guard let view else { return [[Phrase("reading the journal" + ellipsis, .label)]] }
    switch view.content {
    case .unavailable(let reason): return [[Phrase("\(format.glyphs.unknown) \(reason)", .unknown)]]
    case .series where column(figure)?.latest != nil: return nil
    case .series(let series, _):
      let isEmpty = series.columns.values.allSatisfy { $0.latest == nil }
      return [
        [
          Phrase(
            isEmpty
              ? "\(format.glyphs.unknown) nothing is kept of \(strategy.name): \(range.words)"
              : "\(format.glyphs.unknown) no \(what) is known: \(range.words)", .unknown)
        ],
        [Phrase("figures are kept while hedgetop runs", .label)],
        [Phrase("] shows a longer time", .label)],
      ]
    }
  }

  private var ellipsis: String { "…".ascii(if: format.glyphs.isASCII, "...") }

  /// A figure as a line; gaps where it was unknown, or nobody watched.
  func samples(_ figure: HistoryFigure, extremes: Bool = false) -> [LineChart.Sample] {
    guard let series, let column = column(figure) else { return [] }
    return samples(series) { index in
      (column.last[index], extremes ? Self.extremes(column, index) : nil)
    }
  }

  /// What two figures give together at each instant.
  func samples(
    _ first: HistoryFigure, _ second: HistoryFigure, _ combine: (Double, Double) -> Double
  ) -> [LineChart.Sample] {
    guard let series, let one = column(first), let other = column(second) else { return [] }
    return samples(series) { index in
      guard let left = one.last[index], let right = other.last[index] else { return (nil, nil) }
      return (combine(left, right), nil)
    }
  }

  /// Net beta where it was beyond its band, for a line in another look on top.
  var breaches: [LineChart.Sample] {
    guard let series, let column = column(.netBeta) else { return [] }
    let isBeyond = series.isBeyondBand
    return samples(series) { index in
      isBeyond[index] == true ? (column.last[index], Self.extremes(column, index)) : (nil, nil)
    }
  }

  private func samples(
    _ series: HistorySeries, _ value: (Int) -> (Double?, ClosedRange<Double>?)
  ) -> [LineChart.Sample] {
    var samples: [LineChart.Sample] = []
    for (index, instant) in series.instants.enumerated() {
      if index > 0, instant - series.instants[index - 1] > series.spacing * 1.5 {
        samples.append(LineChart.Sample(at: instant, value: nil))
      }
      let (value, extremes) = value(index)
      samples.append(LineChart.Sample(at: instant, value: value?.ifFinite, extremes: extremes))
    }
    return samples
  }

  private static func extremes(_ column: HistorySeries.Column, _ index: Int) -> ClosedRange<Double>? {
    guard let low = column.lowest[index]?.ifFinite, let high = column.highest[index]?.ifFinite, low < high else {
      return nil
    }
    return low...high
  }

  /// A level over the whole time.
  func level(_ value: Double) -> [LineChart.Sample] {
    guard let view else { return [] }
    return [view.since, view.until].map { LineChart.Sample(at: $0, value: value) }
  }

  /// The lines over the time that is shown.
  func chart(
    _ lines: [LineChart.Series], bounds: [Double] = [], floor: Double? = nil, markers: [LineChart.Marker] = [],
    label: @escaping @Sendable (Double) -> String
  ) -> LineChart {
    let length = view.map { $0.until - $0.since } ?? .hours(1)
    let format = format
    var chart = LineChart(series: lines, label: label, now: view?.until ?? format.now) { format.span($0) }
    chart.length = length
    chart.instantLabel = { ClockText.axis($0, over: length) }
    chart.bounds = bounds
    chart.floor = floor
    chart.markers = markers
    return chart
  }

  /// How much of the time nothing is known of a figure; nothing of one that is known throughout.
  func gaps(_ column: HistorySeries.Column) -> [Phrase] {
    guard column.knownShare < 0.995 else { return [] }
    return [Phrase("unknown \(format.percentage(1 - column.knownShare, decimals: 0)) of it", .unknown)]
  }

  /// A clause of a legend: a label and its value.
  func clause(_ label: String, _ value: String, _ role: ThemeRole = .text, emphasis: Attributes = []) -> [Phrase] {
    [Phrase("\(label) ", .label), Phrase(value, role, emphasis: emphasis)]
  }
}
