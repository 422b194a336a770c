import HedgeModel

/// Reads dates the way TOML writes them.
enum InstantText {
  /// `2021-05-19`, `2021-05-19T12:00:00Z`, `2021-05-19 12:00:00`: UTC unless an offset is written.
  static func read(_ text: String) -> Timestamp? {
    guard text.utf8.count <= 40, text.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
    if text.count == 10 { return Timestamp(iso8601: text) }
    var characters = Array(text)
    guard characters.count > 11 else { return nil }
    if characters[10] == " " || characters[10] == "t" { characters[10] = "T" }
    if characters.last == "z" { characters[characters.count - 1] = "Z" }
    let time = characters[11...]
    let hasOffset = time.contains { "Z+-".contains($0) }
    return Timestamp(iso8601: String(characters) + (hasOffset ? "" : "Z"))
  }
}
