import TerminalCells

/// Sentences made of clauses, most important first, set with dots between them over as many lines as there are.
///
/// A clause is never torn unless a line is too short for it alone; what does not fit is left out from the end.
struct ClauseFlow: Sendable {
  /// The clauses, each a few phrases.
  var clauses: [[Phrase]]
  /// Whether clauses may go on in a next line.
  var wraps = true

  /// A flow of clauses; empty ones are left out.
  init(_ clauses: [[Phrase]], wraps: Bool = true) {
    self.clauses = clauses.filter { !$0.isEmpty }
    self.wraps = wraps
  }

  /// Lines of clauses for a width.
  func lines(columns: Int, glyphs: GlyphSet) -> [[Phrase]] {
    let separator = Phrase(" \(glyphs.middleDot) ", .divider)
    var lines: [[Phrase]] = []
    for clause in clauses {
      guard let last = lines.last else {
        lines.append(clause)
        continue
      }
      if last.columns + separator.columns + clause.columns <= columns {
        lines[lines.count - 1] = last + [separator] + clause
      } else if wraps {
        lines.append(clause)
      } else {
        break
      }
    }
    return lines
  }

  /// Draws as many lines as fit.
  ///
  /// - Returns: the rows taken.
  @discardableResult
  func draw(_ context: PanelContext, in area: Rect, on grid: inout Grid) -> Int {
    guard !area.isEmpty else { return 0 }
    let shown = lines(columns: area.columns, glyphs: context.glyphs).prefix(area.rows)
    for (index, line) in shown.enumerated() {
      grid.write(line, in: area.line(index), context)
    }
    return shown.count
  }
}
