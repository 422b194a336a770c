import HedgeModel
import TerminalCells

/// One figure with everything that is known about it: value, age and source, or the reason there is none.
public struct DetailLine: Hashable, Sendable {
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
  ///
  /// - Parameter stated: what to say of a known value instead of its source.
  init<Value>(
    _ label: String, _ reading: Reading<Value>, _ format: FigureFormat, source stated: Phrase? = nil,
    _ write: (Value) -> String
  ) {
    self.label = label
    switch reading {
    case .known(let known, let provenance):
      value = Phrase(write(known), provenance.isStale ? .stale : .text)
      age = provenance.age(at: format.now).map(format.duration) ?? ""
      let name = provenance.source + (provenance.isStale ? ", stale" : "")
      source = stated ?? Phrase(name, provenance.isStale ? .stale : .label)
    case .unknown(let reason):
      value = Phrase(format.glyphs.unknown, .unknown)
      age = ""
      source = Phrase(reason.detail, .unknown)
    }
  }

  /// Columns of the labels.
  static let labelWidth = 30
  /// Columns of the values.
  static let valueWidth = 21
  /// Columns of the ages.
  static let ageWidth = 8

  /// The line in columns; the reason of an unknown value takes all of them, for it is a sentence.
  var phrases: [Phrase] {
    let label = Phrase(label.fitted(toColumns: Self.labelWidth), .label)
    guard value.role != .unknown else { return [label, Phrase("\(value.text) ", .unknown), source] }
    return [
      label, Phrase(value.text.fitted(toColumns: Self.valueWidth, alignment: .right), value.role),
      Phrase(age.fitted(toColumns: Self.ageWidth, alignment: .right) + "  ", .label), source,
    ]
  }

  /// The line as it is copied.
  var text: String {
    let rest = [age, source.text].filter { !$0.isEmpty }.joined(separator: ", ")
    return "\(label): \(value.text)" + (rest.isEmpty ? "" : " (\(rest))")
  }
}
