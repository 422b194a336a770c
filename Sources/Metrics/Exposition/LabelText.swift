/// Labels as a sample carries them, escaped: `portfolio="Core",strategy="Main"`.
///
/// They are put together once for a holding or a leg and used for each of its metrics.
struct LabelText: Hashable, Sendable {
  private(set) var text = ""

  /// No labels.
  init() {}

  /// These labels, in this order.
  init(_ pairs: KeyValuePairs<String, String>) {
    for (name, value) in pairs { append(name, value) }
  }

  /// These labels and one more.
  func adding(_ name: String, _ value: String) -> LabelText {
    var labels = self
    labels.append(name, value)
    return labels
  }

  /// These labels and others.
  func adding(_ others: [(name: String, value: String)]) -> LabelText {
    others.reduce(self) { $0.adding($1.name, $1.value) }
  }

  /// Puts others behind these.
  mutating func join(_ others: LabelText) {
    text += text.isEmpty || others.text.isEmpty ? others.text : ",\(others.text)"
  }

  private mutating func append(_ name: String, _ value: String) {
    if !text.isEmpty { text += "," }
    text += "\(name)=\"\(Self.escaped(value))\""
  }

  /// A value as the format wants it. Control characters, and marks that turn the direction of writing, are left out:
  /// they would come out again on the screen of whoever shows the label.
  static func escaped(_ value: String) -> String {
    value.unicodeScalars.reduce(into: "") { result, scalar in
      switch scalar.value {
      case 0x0A: result += "\\n"
      case 0x22: result += "\\\""
      case 0x5C: result += "\\\\"
      case 0..<0x20, 0x7F..<0xA0, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: break
      default: result.unicodeScalars.append(scalar)
      }
    }
  }
}
