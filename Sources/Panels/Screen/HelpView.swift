import TerminalCells

/// The keys, by where they are pressed, straight from the key table, and the pages with their panels.
struct HelpView {
  let keys: KeyTable
  var pages: [Page] = []

  var lines: [[Phrase]] {
    keys.contexts.flatMap { context -> [[Phrase]] in
      let bindings = keys.bindings(in: context).filter { context == .panels || !$0.contexts.contains(.panels) }
      guard !bindings.isEmpty else { return [] }
      return [[Phrase(context.rawValue, .title)]] + lines(bindings) + [[]]
        + (context == .panels && pages.count > 1 ? pageLines + [[]] : [])
    }
  }

  /// A line each; keys in a row that do the same sort of thing are one line: `1-9`.
  private func lines(_ bindings: [KeyBinding]) -> [[Phrase]] {
    var lines: [[Phrase]] = []
    var first = 0
    while first < bindings.count {
      let end = bindings[first...].firstIndex { $0.help != bindings[first].help } ?? bindings.count
      let shown = bindings[first].shownKeys
      lines.append(line(bindings[first], shown: end - first > 2 ? "\(shown)-\(bindings[end - 1].shownKeys)" : shown))
      first = end - first > 2 ? end : first + 1
    }
    return lines
  }

  private func line(_ binding: KeyBinding, shown: String) -> [Phrase] {
    let name = binding.name.isEmpty ? "" : "  :\(binding.name)"
    return [
      Phrase("  " + shown.padded(toColumns: 16), .key), Phrase(binding.help), Phrase(name, .label),
    ]
  }

  /// `Hedge   1 Spot holdings :spot  2 …`
  private var pageLines: [[Phrase]] {
    [[Phrase("Pages", .title)]]
      + pages.flatMap { page in
        page.panels.enumerated().map { index, panel in
          [
            Phrase("  " + (index == 0 ? page.id.title : "").padded(toColumns: 13)), Phrase("\(index + 1)  ", .key),
            Phrase(panel.title), Phrase("  :\(panel.rawValue)", .label),
          ]
        }
      }
  }
}
