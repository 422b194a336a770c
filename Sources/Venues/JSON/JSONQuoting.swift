/// Texts as JSON writes them, for the messages and bodies we send.
enum JSONQuoting {
  /// `text` in quotes, with quotes, backslashes and control characters escaped.
  static func quote(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\0"..."\u{1F}":
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }

  /// `["a","b"]`.
  static func list(_ texts: [String]) -> String {
    "[" + texts.map(quote).joined(separator: ",") + "]"
  }
}
