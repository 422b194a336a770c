/// Text from outside on its way into a message: without control characters, not too long.
enum PrintableText {
  /// True for what must not reach a terminal from a file: control characters, line separators, and the marks that
  /// turn the direction of writing (they make text look like other text).
  static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: true
    default: false
    }
  }

  /// `text` with each forbidden character written as its number.
  static func sanitized(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isForbidden) else { return text }
    return text.unicodeScalars.reduce(into: "") { result, scalar in
      if isForbidden(scalar) {
        result += "\\u{\(String(scalar.value, radix: 16))}"
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
  }

  /// `text` sanitized and cut to 60 characters.
  static func clipped(_ text: String) -> String {
    let limit = 60
    let safe = sanitized(String(text.prefix(limit + 1)))
    return text.count > limit ? safe.prefix(limit) + "…" : safe
  }

  /// `text` in quotes, sanitized and cut.
  static func quoted(_ text: String) -> String { "\"\(clipped(text))\"" }
}
