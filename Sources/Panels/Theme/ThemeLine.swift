import TerminalCells

/// What one line of a theme file says.
enum ThemeLine: Hashable {
  /// Nothing: blank, or a comment.
  case blank
  /// A key and its colour.
  case entry(key: String, colour: Colour)
  /// Something that cannot be read.
  case fault(message: String, remedy: String)

  init(_ line: Substring) {
    let text = line.trimmed
    guard let first = text.first, first != "#" else {
      self = .blank
      return
    }
    guard let (key, value) = ThemeLine.parts(of: text) else {
      self = .fault(
        message: "\"\(text.shortened)\" is not understood", remedy: "write theme[key]=\"value\", or # before a comment")
      return
    }
    // A key nobody knows may carry a value nobody knows: files of later versions stay readable.
    guard ThemeKey.all.contains(key) else {
      self = .blank
      return
    }
    guard let colour = ThemeLine.colour(value) else {
      self = .fault(
        message: "\"\(value.shortened)\" is no colour for \(key)",
        remedy: "write \"#RRGGBB\", \"#BW\", \"R G B\" with numbers up to 255, or \"\"")
      return
    }
    self = .entry(key: key, colour: colour)
  }

  private static func parts(of text: Substring) -> (key: String, value: Substring)? {
    guard text.hasPrefix("theme[") else { return nil }
    let afterBracket = text.dropFirst("theme[".count)
    guard let close = afterBracket.firstIndex(of: "]") else { return nil }
    let key = afterBracket[..<close].trimmed
    let rest = afterBracket[afterBracket.index(after: close)...].trimmed
    guard !key.isEmpty, rest.first == "=" else { return nil }
    return unquoted(rest.dropFirst().trimmed).map { (String(key), $0) }
  }

  /// The text between the first pair of quotes; all of it when there are none; nil when they are not closed.
  private static func unquoted(_ text: Substring) -> Substring? {
    guard let quote = text.first, quote == "\"" || quote == "'" else { return text }
    let inner = text.dropFirst()
    return inner.firstIndex(of: quote).map { inner[..<$0].trimmed }
  }

  private static func colour(_ value: Substring) -> Colour? {
    if value.isEmpty { return .terminalDefault }
    if value.first == "#" { return hexadecimal(value.dropFirst()) }
    let numbers = value.split(separator: " ").map { UInt8($0) }
    guard numbers.count == 3, let red = numbers[0], let green = numbers[1], let blue = numbers[2] else { return nil }
    return .rgb(red, green, blue)
  }

  private static func hexadecimal(_ digits: Substring) -> Colour? {
    guard digits.utf8.count == digits.count, digits.allSatisfy(\.isHexDigit),
      let number = UInt32(digits, radix: 16)
    else { return nil }
    let low = UInt8(truncatingIfNeeded: number)
    switch digits.count {
    case 2: return .rgb(low, low, low)
    case 6: return .rgb(UInt8(truncatingIfNeeded: number >> 16), UInt8(truncatingIfNeeded: number >> 8), low)
    default: return nil
    }
  }
}

extension Substring {
  fileprivate var trimmed: Substring {
    let start = drop(while: \.isWhitespace)
    guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return start.prefix(0) }
    return start[...last]
  }

  /// The text as an error may quote it: harmless and short.
  fileprivate var shortened: String { String(prefix(40)).truncated(toColumns: 32) }
}
