import TerminalCells

/// The beta gauge: where the drift stands on an axis around the target, with the band marked.
///
/// The axis runs from −3 to +3 bands, so that the band is its middle third at every width and the needle does not
/// rescale what the eye has learnt. A drift beyond the axis leaves the needle at the edge, as an arrow.
/// Three rows: words, axis, scale. Two: words, axis. One: the axis alone, which in a breach carries the word itself.
struct GaugeWidget: Sendable {
  /// How much the needle can be trusted.
  enum State: Hashable, Sendable {
    /// In the band.
    case calm
    /// Beyond the band.
    case breach
    /// The last known drift, of stale inputs.
    case stale
    /// No drift is known: there is no needle.
    case unknown
  }

  /// Net beta less target; nil when unknown.
  let drift: Double?
  /// Half the width of the band.
  let band: Double
  /// How much the needle can be trusted.
  let state: State
  /// What is said above the axis, most important first: in full, and ever shorter. The first is taken of which the
  /// clauses that matter, the first three or all but the last one, fit.
  let captions: [[[Phrase]]]
  /// What is said of a breach on the axis itself when there is no room above: `BREACH under-hedged`.
  let breachWords: [String]
  /// Writes a signed beta.
  let label: @Sendable (Double) -> String

  private static let axisBands = 3.0

  /// Draws the gauge from the top of `area`.
  ///
  /// - Returns: the rows taken, at most three.
  @discardableResult
  func draw(_ context: PanelContext, in area: Rect, on grid: inout Grid) -> Int {
    guard !area.isEmpty else { return 0 }
    var row = 0
    if area.rows >= 2 {
      row += ClauseFlow(caption(columns: area.columns, context), wraps: false).draw(
        context, in: area.line(0), on: &grid)
    }
    drawAxis(context, in: area.line(row), carriesWords: area.rows == 1, on: &grid)
    guard row + 1 < min(area.rows, 3) else { return row + 1 }
    drawScale(context, in: area.line(row + 1), on: &grid)
    return row + 2
  }

  private func caption(columns: Int, _ context: PanelContext) -> [[Phrase]] {
    let fitting = captions.first { caption in
      let needed = Array(caption.prefix(max(0, min(3, caption.count - 1))))
      return ClauseFlow(needed).lines(columns: columns, glyphs: context.glyphs).count <= 1
        && needed.allSatisfy { $0.columns <= columns }
    }
    return fitting ?? captions.last ?? []
  }

  /// The column of a drift on an axis of so many columns; nil where it lies beyond.
  func column(of drift: Double, columns: Int) -> Int? {
    let share = position(of: drift)
    guard (0...1).contains(share) else { return nil }
    return Int((share * Double(columns - 1)).rounded())
  }

  private func position(of drift: Double) -> Double {
    let limit = band * Self.axisBands
    guard limit > 0, drift.isFinite else { return drift < 0 ? -1 : 2 }
    return (drift + limit) / (2 * limit)
  }

  private func drawAxis(_ context: PanelContext, in line: Rect, carriesWords: Bool, on grid: inout Grid) {
    guard !line.isEmpty else { return }
    let glyphs = context.glyphs
    let theme = context.theme
    grid.horizontalLine(at: line.origin, columns: line.columns, glyphs: glyphs, style: theme.style(.divider))
    if let low = column(of: -band, columns: line.columns), let high = column(of: band, columns: line.columns) {
      let region = Rect(column: line.column + low, row: line.row, columns: high - low + 1, rows: 1)
      grid.fill(region, with: glyphs.isASCII ? "=" : "━", style: theme.style(.band))
      if high - low >= 4 {
        grid.write(glyphs.isASCII ? "[" : "┣", at: region.origin, style: theme.style(.band))
        grid.write(
          glyphs.isASCII ? "]" : "┫", at: region.origin.offset(columns: high - low), style: theme.style(.band))
      }
    }
    let target = line.origin.offset(columns: Int((Double(line.columns - 1) / 2).rounded()))
    grid.write(glyphs.isASCII ? "|" : "╋", at: target, style: theme.style(.target))
    drawNeedle(context, in: line, on: &grid)
    if carriesWords, state == .breach { drawWords(context, in: line, on: &grid) }
  }

  private func drawNeedle(_ context: PanelContext, in line: Rect, on grid: inout Grid) {
    guard let drift, !drift.isNaN, state != .unknown else { return }
    let glyphs = context.glyphs
    let inside = column(of: drift, columns: line.columns)
    let column = inside ?? (drift < 0 ? 0 : line.columns - 1)
    let sign: Character =
      inside == nil ? (drift < 0 ? glyphs.left : glyphs.right) : state == .stale ? glyphs.hollowBullet : glyphs.bullet
    let style =
      switch state {
      case .breach: context.theme.style(.breach).bold
      case .stale, .unknown: context.theme.style(.stale)
      case .calm: context.theme.style(.beta, at: drift.magnitude / max(band, .leastNonzeroMagnitude) / 2).bold
      }
    grid.write(String(sign), at: line.origin.offset(columns: column), style: style)
  }

  /// The longest words that fit on the side of the axis away from the needle.
  private func drawWords(_ context: PanelContext, in line: Rect, on grid: inout Grid) {
    guard let drift else { return }
    let needle = column(of: drift, columns: line.columns) ?? (drift < 0 ? 0 : line.columns - 1)
    let room = drift < 0 ? line.columns - needle - 1 : needle
    let fitting = breachWords.first { TextWidth.columns(of: $0) <= room }
    guard let words = fitting ?? breachWords.last else { return }
    let start = drift < 0 ? line.columns - min(room, TextWidth.columns(of: words)) : 0
    grid.write(
      words, at: line.origin.offset(columns: start), style: context.theme.style(.breach).reverse.bold,
      maxColumns: room)
  }

  private func drawScale(_ context: PanelContext, in line: Rect, on grid: inout Grid) {
    guard !line.isEmpty, band > 0, band.isFinite else { return }
    let limit = band * Self.axisBands
    // The band's edges first: they are what the needle is read against.
    var taken: [Range<Int>] = []
    for value in [0, -band, band, -limit, limit] {
      let text = value == 0 ? "target" : label(value)
      let width = TextWidth.columns(of: text)
      guard let centre = column(of: value, columns: line.columns), width <= line.columns else { continue }
      let start = min(max(0, centre - width / 2), line.columns - width)
      let span = start..<start + width
      guard !taken.contains(where: { $0.overlaps(span.lowerBound - 1..<span.upperBound + 1) }) else { continue }
      taken.append(span)
      grid.write(
        text, at: line.origin.offset(columns: start), style: context.theme.style(value == 0 ? .target : .label))
    }
  }
}
