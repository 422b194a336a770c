import HedgeModel
import TerminalCells

/// One figure with everything that is known about it: value, age and source, or the reason there is none.
struct DetailLine: Hashable {
  let label: String
  let value: Phrase
  /// `0 s`, or empty for what does not age.
  let age: String
  /// Where it comes from, or why it is unknown.
  let source: Phrase

  /// A line of plain words.
  init(_ label: String, _ text: String, role: ThemeRole = .text) {
    self.label = label
    value = Phrase(text, role)
    age = ""
    source = Phrase("")
  }

  /// A reading with its provenance or its reason.
  init<Value>(_ label: String, _ reading: Reading<Value>, _ format: FigureFormat, _ write: (Value) -> String) {
    self.label = label
    switch reading {
    case .known(let known, let provenance):
      value = Phrase(write(known), provenance.isStale ? .stale : .text)
      age = provenance.age(at: format.now).map(format.duration) ?? ""
      source = Phrase(provenance.source + (provenance.isStale ? ", stale" : ""), provenance.isStale ? .stale : .label)
    case .unknown(let reason):
      value = Phrase(format.glyphs.unknown, .unknown)
      age = ""
      source = Phrase(reason.detail, .unknown)
    }
  }

  /// The line in columns.
  var phrases: [Phrase] {
    [
      Phrase(label.fitted(toColumns: 28), .label),
      Phrase(value.text.fitted(toColumns: 26, alignment: .right), value.role),
      Phrase(age.fitted(toColumns: 10, alignment: .right) + "  ", .label), source,
    ]
  }

  /// The line as it is copied.
  var text: String {
    let rest = [age, source.text].filter { !$0.isEmpty }.joined(separator: ", ")
    return "\(label): \(value.text)" + (rest.isEmpty ? "" : " (\(rest))")
  }
}
