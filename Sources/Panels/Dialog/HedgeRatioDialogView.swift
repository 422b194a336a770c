import HedgeAnalytics
import HedgeModel
import HedgeStore
import TerminalCells

/// Draws the trial of a hedge ratio: the number, what it would take, and what it would leave.
struct HedgeRatioDialogView {
  let dialog: HedgeRatioDialog
  let context: DrawingContext

  var format: FigureFormat { context.format }

  func draw(in room: Rect, on grid: inout Grid) {
    let width = min(82, room.columns)
    let content = lines(width: width - 4)
    let inside = ModalBox(context: context).draw(
      title: "\(dialog.aim.title) of \(dialog.strategy)", size: Size(columns: width, rows: content.count + 2), in: room,
      on: &grid)
    for (row, line) in DialogLine.fitting(content, rows: inside.rows).enumerated() {
      grid.writePhrases(
        line.phrases, at: inside.origin.offset(rows: row), theme: context.theme, maxColumns: max(0, inside.columns))
    }
  }

  func lines(width: Int) -> [DialogLine] {
    let head = [DialogLine(number), DialogLine(scale(width: min(width, 66)), rank: 6)]
    return head + state + [.blank] + preview(width: width)
  }

  private var number: [Phrase] {
    let glyphs = context.glyphs
    let text = " \(dialog.text)\(dialog.typed == nil ? "" : "_") "
    return [
      Phrase("\(dialog.symbol) now ", .label), Phrase("\(dialog.current)"), Phrase("   try ", .label),
      Phrase("\(glyphs.left)", .key), Phrase(text, .selected), Phrase("\(glyphs.right)", .key),
    ] + (dialog.fault.map { [Phrase("  \(glyphs.cross) \($0)", .warning)] } ?? [])
  }

  /// From nothing to all of the spot beta, the ratio in force and the one tried marked on it.
  private func scale(width: Int) -> [Phrase] {
    let glyphs = context.glyphs
    let cells = max(0, width - 8)
    func place(_ ratio: Double) -> Int { min(cells - 1, max(0, Int((ratio * Double(cells - 1)).rounded()))) }
    guard cells > 10, case .hedgeRatio = dialog.aim else { return [] }
    let now = place(dialog.current.inexact)
    let tried = place(dialog.ratio.inexact)
    func run(_ range: Range<Int>, _ sign: Character) -> String { String(repeating: sign, count: max(0, range.count)) }
    let marks = [(tried, Phrase(String(glyphs.marker), .target)), (now, Phrase(String(glyphs.box.cross), .label))]
      .sorted { $0.0 < $1.0 }
    var phrases = [Phrase("0 ", .label)]
    var next = 0
    for (position, mark) in marks where position >= next {
      phrases += [Phrase(run(next..<position, glyphs.box.horizontal), .divider), mark]
      next = position + 1
    }
    return phrases + [Phrase(run(next..<max(next, cells), glyphs.box.horizontal), .divider), Phrase(" 1", .label)]
  }

  /// Why nothing may be set now, or what is still to come.
  private var state: [DialogLine] {
    let glyphs = context.glyphs
    guard let snapshot = context.live else { return [] }
    if let lock = snapshot.decisionLocks[dialog.strategy] {
      return [DialogLine([Phrase("\(glyphs.warning) locked: ", .breach), Phrase(" \(lock)", .warning)])]
    }
    switch dialog.preview(in: snapshot) {
    case .computing: return [DialogLine([Phrase("computing\(glyphs.ellipsis)", .stale)])]
    case .unavailable(let reason): return [DialogLine([Phrase("\(glyphs.cross) \(reason)", .warning)])]
    case .ready: return []
    }
  }

  private func preview(width: Int) -> [DialogLine] {
    guard let snapshot = context.live, let preview = dialog.shownPreview(in: snapshot) else { return [] }
    let now = snapshot.figures.strategies.first { $0.name == dialog.strategy }
    return orders(preview, width: width) + [.blank] + effects(preview, now, snapshot, width: width) + [.blank]
      + impacts(preview, width: width)
  }
}

extension HedgePolicy.Aim {
  /// `Hedge ratio` or `Target net beta`.
  var title: String { if case .hedgeRatio = self { "Hedge ratio" } else { "Target net beta" } }
}
