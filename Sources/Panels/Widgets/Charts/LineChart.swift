import HedgeModel
import TerminalCells

/// A history as a line over time: quarter blocks, or signs in ASCII. Gaps stay gaps.
struct LineChart: Sendable {
  /// A value at an instant; nil is a gap.
  struct Sample: Hashable, Sendable {
    /// The instant.
    let at: Timestamp
    /// The value.
    let value: Double?
    /// The lowest and the highest until the next sample, where the value stands for a span.
    var extremes: ClosedRange<Double>?
  }

  /// Something that happened, a sign below the plot.
  struct Marker: Hashable, Sendable {
    /// The instant.
    let at: Timestamp
    /// What stands for it.
    let sign: Character
    /// Its look.
    let role: ThemeRole
  }

  /// One line.
  struct Series: Sendable {
    /// The samples, oldest first.
    let samples: [Sample]
    /// The look of the line.
    let role: ThemeRole
    /// What it is drawn with in ASCII.
    let sign: Character
    /// A light sign a cell instead of a line, for what only guides the eye; nil for a line.
    var mark: Character?
    /// Every how many columns a mark or a sign is drawn.
    var spacing = 1
    /// The first column with a mark or a sign, so that those of several lines do not fall on each other.
    var offset = 0
  }

  /// The lines, the most important first: it covers the others.
  let series: [Series]
  /// How a value is written beside the axis.
  let label: @Sendable (Double) -> String
  /// The right edge of the time axis.
  let now: Timestamp
  /// How an age is written below the axis.
  let ageLabel: @Sendable (Duration) -> String
  /// How much time is shown; nil for the shortest round window that reaches back to the first sample.
  var length: Duration?
  /// How an instant is written below the axis instead of an age; nil for ages.
  var instantLabel: (@Sendable (Timestamp) -> String)?
  /// Values that lie in the plot even where no line reaches them.
  var bounds: [Double] = []
  /// What no value can be below: the axis ends there. Nil where there is no such value.
  var floor: Double?
  /// What happened, in a row between plot and axis; without any there is no row.
  var markers: [Marker] = []

  /// Draws the chart into `area`; less than three rows or sixteen columns are too few to read one.
  func draw(_ context: PanelContext, in area: Rect, on grid: inout Grid) {
    guard area.rows >= 3, area.columns >= 16, let range = valueRange, let start = firstInstant else { return }
    let labels = [(range.lowerBound + range.upperBound) / 2, range.upperBound, range.lowerBound].map(label)
    let gutter = min(area.columns / 3, labels.map { TextWidth.columns(of: $0) }.max() ?? 0)
    let hasMarkers = !markers.isEmpty && area.rows >= 5
    let plot = Rect(
      column: area.column + gutter + 1, row: area.row, columns: area.columns - gutter - 1,
      rows: area.rows - (hasMarkers ? 2 : 1))
    drawValueLabels(labels, gutter: gutter, beside: plot, context, on: &grid)
    let window =
      length.map { TimeWindow($0, endingAt: now, slots: plot.columns * 2) }
      ?? TimeWindow(from: start, to: now, slots: plot.columns * 2)
    let axis = Rect(column: plot.column, row: area.maxRow - 1, columns: plot.columns, rows: 1)
    drawTimeLabels(window, in: axis, context, on: &grid)
    if hasMarkers { drawMarkers(window, in: axis.offset(rows: -1), context, on: &grid) }
    for line in series.reversed() {
      draw(line, window, in: plot, range, context, on: &grid)
    }
  }

  private var firstInstant: Timestamp? {
    series.compactMap { $0.samples.first?.at }.min()
  }

  /// From the lowest to the highest value with a little air, so that no line runs along the edge.
  private var valueRange: ClosedRange<Double>? {
    let values = series.lazy.flatMap(\.samples).flatMap {
      [$0.value, $0.extremes?.lowerBound, $0.extremes?.upperBound]
    }
    .compactMap { $0?.ifFinite }
    guard let lowest = values.min(), let highest = values.max() else { return nil }
    let low = bounds.reduce(lowest, min)
    let high = bounds.reduce(highest, max)
    let air = max((high - low) * 0.06, high.magnitude * 1e-4, 1e-6)
    guard (high - low + 2 * air).isFinite else { return nil }
    let bottom = floor.map { max(low - air, min($0, low)) } ?? low - air
    return bottom...(high + air)
  }

  /// The values of the middle, the top and the bottom. Those that read alike are written once: a value at two heights
  /// tells nothing of either.
  private func drawValueLabels(
    _ labels: [String], gutter: Int, beside plot: Rect, _ context: PanelContext, on grid: inout Grid
  ) {
    let rows = [plot.rows >= 3 ? (plot.rows - 1) / 2 : nil, 0, plot.rows - 1]
    var written: Set<String> = []
    for case (let text, let row?) in zip(labels, rows) where written.insert(text).inserted {
      let place = Rect(column: plot.column - gutter - 1, row: plot.row + row, columns: gutter, rows: 1)
      grid.write(
        text, in: place, style: context.theme.style(.label), alignment: .right, ellipsis: context.glyphs.ellipsis)
    }
    grid.verticalLine(
      at: Point(column: plot.column - 1, row: plot.row), rows: plot.rows, glyphs: context.glyphs,
      style: context.theme.style(.divider))
  }

  private func drawTimeLabels(_ window: TimeWindow, in line: Rect, _ context: PanelContext, on grid: inout Grid) {
    let minus = context.glyphs.isASCII ? "-" : "−"
    let style = context.theme.style(.label)
    func label(_ age: Duration) -> String { instantLabel?(now - age) ?? minus + ageLabel(age) }
    grid.write(label(window.length), in: line, style: style, alignment: .left)
    if line.columns >= 40 {
      let middle = Duration.milliseconds(window.length.wholeMilliseconds / 2)
      grid.write(label(middle), in: line, style: style, alignment: .centre)
    }
    grid.write("now", in: line, style: style, alignment: .right)
  }

  /// A sign for each marker; where several fall on one column the latest.
  private func drawMarkers(_ window: TimeWindow, in line: Rect, _ context: PanelContext, on grid: inout Grid) {
    for marker in markers {
      let slot = window.slot(of: marker.at)
      guard slot >= 0 else { continue }
      grid.write(
        String(marker.sign), at: line.origin.offset(columns: slot / 2),
        style: context.theme.style(marker.role).adding(.bold))
    }
  }

  private func draw(
    _ line: Series, _ window: TimeWindow, in plot: Rect, _ range: ClosedRange<Double>, _ context: PanelContext,
    on grid: inout Grid
  ) {
    var canvas = DotCanvas(size: plot.size)
    func height(_ value: Double) -> Int {
      let up = (value - range.lowerBound) / (range.upperBound - range.lowerBound)
      return Int(((1 - up) * Double(canvas.height - 1)).rounded())
    }
    var previous: (x: Int, y: Int)?
    for sample in line.samples {
      guard let value = sample.value?.ifFinite else {
        previous = nil
        continue
      }
      let point = (x: window.slot(of: sample.at), y: height(value))
      if let extremes = sample.extremes {
        canvas.line(from: (point.x, height(extremes.lowerBound)), to: (point.x, height(extremes.upperBound)))
      }
      canvas.line(from: previous ?? point, to: point)
      previous = point
    }
    paint(canvas, line, in: plot, context, on: &grid)
  }

  private func paint(
    _ canvas: DotCanvas, _ line: Series, in plot: Rect, _ context: PanelContext, on grid: inout Grid
  ) {
    let style = context.theme.style(line.role)
    for row in 0..<canvas.size.rows {
      for column in 0..<canvas.size.columns where column % line.spacing == line.offset % line.spacing {
        let dots = canvas[column: column, row: row]
        guard dots != 0 else { continue }
        let glyph = context.glyphs.isASCII ? line.sign : line.mark ?? context.glyphs.quadrants(dots)
        grid.write(String(glyph), at: plot.origin.offset(columns: column, rows: row), style: style)
      }
    }
  }
}
