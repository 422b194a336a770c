/// What a typed command says.
enum TypedCommand: Hashable {
  /// Commands that take an argument.
  enum Name: String, Hashable, CaseIterable {
    case filter, theme, sort, strategy, interval, hedge, page, portfolio, export, snooze
  }

  /// A command of the key table.
  case command(KeyCommand)
  /// To a panel, by its name.
  case panel(PanelID)
  /// A command with its argument.
  case argument(Name, String)
  /// Nothing that is understood, and why.
  case fault(String)

  /// Reads a command: a name of the key table or of a panel, or enough of its beginning to be the only one, and an
  /// argument.
  init(_ text: String, keys: KeyTable, panels: [PanelID] = []) {
    let words = text.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: true)
    let name = words.first.map { $0.lowercased() } ?? ""
    let argument = words.count > 1 ? words[1].drop { $0 == " " } : ""
    if !argument.isEmpty {
      let matches = Name.allCases.filter { $0.rawValue.hasPrefix(name) }
      let exact = matches.first { $0.rawValue == name } ?? (matches.count == 1 ? matches[0] : nil)
      self =
        exact.map { .argument($0, String(argument)) }
        ?? .fault(TypedCommand.advice(name, Name.allCases.map(\.rawValue), "takes no argument"))
      return
    }
    let named: [(name: String, meaning: TypedCommand)] =
      keys.bindings(in: .panels).filter { !$0.name.isEmpty }.map { ($0.name, .command($0.command)) }
      + panels.map { ($0.rawValue, .panel($0)) }
    let matches = named.filter { $0.name.hasPrefix(name) }
    if let exact = matches.first(where: { $0.name == name }) ?? (matches.count == 1 ? matches[0] : nil) {
      self = exact.meaning
    } else if Name(rawValue: name) != nil {
      self = .fault("\(name) needs a value")
    } else {
      self = .fault(
        matches.isEmpty
          ? TypedCommand.advice(name, named.map(\.name), "is no command")
          : "\(name) could be \(matches.map(\.name).joined(separator: ", "))")
    }
  }

  private static func advice(_ name: String, _ known: [String], _ fault: String) -> String {
    let nearest = known.min { distance(name, $0) < distance(name, $1) }
    guard let nearest, distance(name, nearest) <= 2 else { return "\"\(name)\" \(fault)" }
    return "\"\(name)\" \(fault); did you mean \(nearest)?"
  }

  /// Letters to add, drop or change to make one word of another.
  private static func distance(_ first: String, _ second: String) -> Int {
    var row = Array(0...second.count)
    for (index, letter) in first.enumerated() {
      var corner = row[0]
      row[0] = index + 1
      for (place, other) in second.enumerated() {
        let changed = corner + (letter == other ? 0 : 1)
        corner = row[place + 1]
        row[place + 1] = min(changed, corner + 1, row[place] + 1)
      }
    }
    return row[second.count]
  }
}
