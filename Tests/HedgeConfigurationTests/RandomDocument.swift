import SeededRandom

/// A random TOML document: tables, arrays of tables, dotted and quoted keys, the four kinds of strings, nested arrays
/// and inline tables, comments and blank lines between them.
struct RandomDocument {
  private var random: SeededGenerator
  private var counter = 0
  private(set) var text = ""

  init(seed: UInt64) {
    random = SeededGenerator(seed: seed)
    assignments()
    for _ in 0..<Int.random(in: 0...5, using: &random) {
      separator()
      let isElement = Bool.random(using: &random)
      let name = isElement ? "list\(Int.random(in: 0...2, using: &random))" : key()
      text += isElement ? "[[\(name)]]\n" : "[\(name)]\n"
      assignments()
      if isElement, Bool.random(using: &random) {
        text += "[\(name).\(key())]\n"
        assignments()
      }
    }
  }

  private mutating func assignments() {
    for _ in 0..<Int.random(in: 0...5, using: &random) {
      separator()
      let path = Bool.random(using: &random) ? key() : "\(key()).\(key())"
      text += "\(path)\(blank())=\(blank())\(value(depth: 0))\(comment())\n"
    }
  }

  private mutating func separator() {
    text += ["", "\n", "# comment with \"quotes\" = [1\n", "  \n\t# é\n"].randomElement(using: &random) ?? ""
  }

  private mutating func blank() -> String { ["", " ", "\t ", "  "].randomElement(using: &random) ?? "" }

  private mutating func comment() -> String { ["", " # x = 1", "#"].randomElement(using: &random) ?? "" }

  /// A key nobody has used.
  private mutating func key() -> String {
    counter += 1
    return [
      "k\(counter)", "\(counter)", "a-b_\(counter)", "\"q \(counter)\"", "'l.\(counter)'", "\"e\\u00e9\\t\(counter)\"",
      "\"é\(counter)\"",
    ]
    .randomElement(using: &random) ?? "k\(counter)"
  }

  private mutating func value(depth: Int) -> String {
    switch Int.random(in: 0...(depth < 3 ? 8 : 5), using: &random) {
    case 0:
      return [
        "1", "-17", "1_000", "0xFF", "0o17", "0b1010", "3.14", "-0.001", "6.27e-08", "1e5", "inf", "-nan", "+0.0",
      ]
      .randomElement(using: &random) ?? "1"
    case 1: return Bool.random(using: &random) ? "true" : "false"
    case 2:
      return ["2021-05-19", "2021-05-19T12:00:00Z", "2021-05-19 12:00:00.5+01:00", "12:30:00", "1979-05-27T07:32:00"]
        .randomElement(using: &random) ?? "2021-05-19"
    case 3:
      return ["\"\"", "\"plain\"", "\"é € 😀\"", "\"a\\\"b\\\\ \\t\\u00e9\\U0001F600\"", "\"# no = comment\""]
        .randomElement(using: &random) ?? "\"\""
    case 4:
      return ["''", "'C:\\path'", "'\"'", "'''\nraw ''quotes'' \\ here'''", "''''quoted''''"]
        .randomElement(using: &random) ?? "''"
    case 5:
      return [
        "\"\"\"\ntwo\nlines\"\"\"", "\"\"\"\"\"\"", "\"\"\"a \\\n   joined\"\"\"", "\"\"\"ends in quotes\"\"\"\"\"",
        "\"\"\"x\\\"\"\"\"y\"\"\"",
      ]
      .filter { !$0.hasSuffix("y\"\"\"") }.randomElement(using: &random) ?? "\"\""
    case 6, 7: return list(depth: depth)
    default: return inlineTable(depth: depth)
    }
  }

  private mutating func list(depth: Int) -> String {
    let count = Int.random(in: 0...3, using: &random)
    let break_ = Bool.random(using: &random) ? "\n  # between\n" : ""
    let elements = (0..<count).map { _ in value(depth: depth + 1) }
    let tail = count > 0 && Bool.random(using: &random) ? "," : ""
    return "[\(break_)" + elements.joined(separator: ",\(break_)\(blank())") + tail + break_ + "]"
  }

  private mutating func inlineTable(depth: Int) -> String {
    let entries = (0..<Int.random(in: 0...3, using: &random)).map { _ in
      "\(key())\(blank())= \(value(depth: depth + 1))"
    }
    return "{" + blank() + entries.joined(separator: ", ") + blank() + "}"
  }
}
