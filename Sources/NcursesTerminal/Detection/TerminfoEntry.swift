import CNcurses

/// What terminfo says of a terminal, read before it is taken over.
struct TerminfoEntry: Hashable, Sendable {
  /// The name it was found under.
  var name: String
  /// The number of colours; 0 or less for none.
  var colours: Int
  /// Whether colours are red, green and blue rather than indices.
  var isDirectColour: Bool
  /// Whether the cursor can be placed.
  var placesCursor: Bool
  /// The sequences that give the terminal back: cursor, attributes, keypad, main screen.
  var leaving: String

  /// Looks a terminal up; `nil` where terminfo does not know it.
  @MainActor
  static func find(_ name: String, output: CInt) -> TerminfoEntry? {
    guard cn_entry_open(name, output) == 0 else { return nil }
    defer { cn_entry_close() }
    return TerminfoEntry(
      name: name,
      colours: Int(cn_number("colors")),
      isDirectColour: cn_is_direct_colour() != 0,
      placesCursor: cn_capability("cup") != nil,
      leaving: ["sgr0", "op", "cnorm", "rmkx", "rmcup"].map(string).joined())
  }

  @MainActor
  private static func string(_ capability: String) -> String {
    cn_capability(capability).map { withoutPadding(String(cString: $0)) } ?? ""
  }

  /// A capability without the delays (`$<5>`) that only ncurses' own output functions understand.
  static func withoutPadding(_ capability: String) -> String {
    var result = ""
    var rest = Substring(capability)
    while let start = rest.firstIndex(of: "$") {
      let after = rest[rest.index(after: start)...]
      guard after.first == "<", let end = after.firstIndex(of: ">") else {
        result += rest[...start]
        rest = after
        continue
      }
      result += rest[..<start]
      rest = after[after.index(after: end)...]
    }
    return result + rest
  }
}
