/// Reads the text exposition format by its grammar, and nothing else: what it refuses, Prometheus may refuse.
///
/// https://prometheus.io/docs/instrumenting/exposition_formats/#text-format-details
struct ExpositionParser {
  struct Sample: Hashable {
    let labels: [String: String]
    let value: Double
  }

  struct Family {
    var help: String?
    var type: String?
    var samples: [Sample] = []
  }

  struct Fault: Error, CustomStringConvertible {
    let description: String
  }

  private(set) var families: [String: Family] = [:]
  /// The family lines belong to now.
  private var current: String?
  /// The labels of its samples so far.
  private var seen: Set<[String: String]> = []

  init(_ text: String) throws {
    guard text.isEmpty || text.hasSuffix("\n") else { throw Fault(description: "the last line does not end") }
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().enumerated() {
      do {
        if line.hasPrefix("#") { try comment(line) } else { try sample(line) }
      } catch {
        throw Fault(description: "line \(number + 1): \(error): \(line)")
      }
    }
  }

  private mutating func comment(_ line: Substring) throws {
    let parts = line.split(separator: " ", maxSplits: 3, omittingEmptySubsequences: false)
    guard parts.count == 4, parts[0] == "#", Self.isName(parts[2]) else { throw Fault(description: "no comment") }
    let name = String(parts[2])
    try enter(name)
    switch parts[1] {
    case "HELP":
      guard families[name]?.help == nil else { throw Fault(description: "a second HELP") }
      families[name]?.help = try Self.unescaped(parts[3], quotes: false)
    case "TYPE":
      guard families[name]?.type == nil else { throw Fault(description: "a second TYPE") }
      guard ["gauge", "counter"].contains(parts[3]) else { throw Fault(description: "no type of ours") }
      families[name]?.type = String(parts[3])
    default: throw Fault(description: "neither HELP nor TYPE")
    }
    guard families[name]?.samples.isEmpty == true else { throw Fault(description: "a comment after its samples") }
  }

  private mutating func sample(_ line: Substring) throws {
    let name = String(line.prefix { $0 != "{" && $0 != " " })
    guard Self.isName(Substring(name)) else { throw Fault(description: "no name") }
    try enter(name)
    var rest = line.dropFirst(name.count)
    var labels: [String: String] = [:]
    if rest.first == "{" { labels = try Self.labels(&rest) }
    guard rest.first == " " else { throw Fault(description: "no blank before the value") }
    let text = rest.dropFirst()
    guard let value = Double(String(text)), text.allSatisfy({ "+-.0123456789eE".contains($0) }) else {
      throw Fault(description: "no finite number")
    }
    let sample = Sample(labels: labels, value: value)
    guard seen.insert(labels).inserted else {
      throw Fault(description: "a second sample with these labels")
    }
    families[name]?.samples.append(sample)
  }

  /// Goes on with a family, or begins it: all its lines stand together.
  private mutating func enter(_ name: String) throws {
    guard name != current else { return }
    guard families[name] == nil else { throw Fault(description: "the family comes a second time") }
    families[name] = Family()
    current = name
    seen = []
  }

  private static func labels(_ rest: inout Substring) throws -> [String: String] {
    var labels: [String: String] = [:]
    rest = rest.dropFirst()
    while rest.first != "}" {
      let name = String(rest.prefix { $0 != "=" })
      guard isName(Substring(name)), !name.contains(":"), !name.hasPrefix("__"), labels[name] == nil else {
        throw Fault(description: "label \(name)")
      }
      rest = rest.dropFirst(name.count)
      guard rest.hasPrefix("=\"") else { throw Fault(description: "no value of \(name)") }
      rest = rest.dropFirst(2)
      var raw = Substring()
      var scalars = rest.unicodeScalars
      while let scalar = scalars.first, scalar != "\"" {
        raw.unicodeScalars.append(scalars.removeFirst())
        if scalar == "\\", let next = scalars.popFirst() { raw.unicodeScalars.append(next) }
      }
      guard scalars.popFirst() == "\"" else { throw Fault(description: "the value of \(name) does not end") }
      rest = Substring(scalars)
      labels[name] = try unescaped(raw, quotes: true)
      guard rest.first == "," || rest.first == "}" else { throw Fault(description: "no comma") }
      if rest.first == "," { rest = rest.dropFirst() }
    }
    rest = rest.dropFirst()
    return labels
  }

  private static func unescaped(_ text: Substring, quotes: Bool) throws -> String {
    var result = ""
    var scalars = text.unicodeScalars
    while let scalar = scalars.popFirst() {
      guard scalar == "\\" else {
        result.unicodeScalars.append(scalar)
        continue
      }
      switch scalars.popFirst() {
      case "\\": result += "\\"
      case "n": result += "\n"
      case "\"" where quotes: result += "\""
      default: throw Fault(description: "no such escape")
      }
    }
    return result
  }

  private static func isName(_ text: Substring) -> Bool {
    text.wholeMatch(of: /[a-zA-Z_:][a-zA-Z0-9_:]*/) != nil
  }
}
