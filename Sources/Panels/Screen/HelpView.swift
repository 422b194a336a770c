import TerminalCells

/// The keys, by where they are pressed, straight from the key table.
struct HelpView {
  let keys: KeyTable

  var lines: [[Phrase]] {
    KeyContext.allCases.flatMap { context -> [[Phrase]] in
      let bindings = keys.bindings(in: context).filter { context == .panels || !$0.contexts.contains(.panels) }
      guard !bindings.isEmpty else { return [] }
      return [[Phrase(context.rawValue, .title)]] + bindings.map(line) + [[]]
    }
  }

  private func line(_ binding: KeyBinding) -> [Phrase] {
    let name = binding.name.isEmpty ? "" : "  :\(binding.name)"
    return [
      Phrase("  " + binding.shownKeys.padded(toColumns: 16), .key), Phrase(binding.help), Phrase(name, .label),
    ]
  }
}
