import Panels

/// The manual page: what the commands say of themselves, the key table, and what surrounds the program.
struct ManualPage {
  /// The page in the language of man(7).
  ///
  /// - Throws: when the commands cannot be described.
  static func text() throws -> String {
    let program = try CommandDescription.program()
    var page = ManualText(title: "HEDGETOP", source: ProgramVersion.name, manual: "User Commands")
    page.section("NAME")
    page.prose("hedgetop - " + (program.abstract ?? ""))
    page.section("SYNOPSIS")
    page.paragraphs("  hedgetop [options of watch]\n  hedgetop command [arguments]")
    page.section("DESCRIPTION")
    page.paragraphs(program.discussion ?? "")
    page.section("COMMANDS")
    for command in program.leaves { describe(command, on: &page) }
    page.section("KEYS")
    for context in KeyTable.several.contexts { describe(context, on: &page) }
    for (title, entries) in ManualSurroundings.all {
      page.section(title)
      for entry in entries { page.entry(entry.term, entry.words) }
    }
    return page.text
  }

  private static func describe(_ command: CommandDescription, on page: inout ManualText) {
    page.part(command.path)
    page.paragraphs([command.abstract, command.discussion].compactMap { $0 }.joined(separator: "\n\n"))
    for argument in command.arguments ?? [] where argument.shouldDisplay && !argument.isCommon {
      page.entry(term(of: argument), words(of: argument))
    }
  }

  private static func term(of argument: CommandDescription.Argument) -> String {
    let value = argument.valueName.map { "<\($0)>" } ?? ""
    let names = (argument.names ?? []).map(\.text).joined(separator: ", ")
    switch argument.kind {
    case "positional": return value
    case "flag": return names
    default: return "\(names) \(value)"
    }
  }

  private static func words(of argument: CommandDescription.Argument) -> String {
    let words = [argument.abstract, argument.discussion].compactMap { $0 }.filter { !$0.isEmpty }
    let values = argument.allValues.map { ["One of \($0.joined(separator: ", "))."] } ?? []
    let standard = argument.defaultValue.map { ["Without it: \($0)."] } ?? []
    return (words + values + standard).joined(separator: " ").replacing("\n", with: " ")
  }

  private static func describe(_ context: KeyContext, on page: inout ManualText) {
    page.part(context.rawValue)
    for binding in KeyTable.several.bindings where binding.contexts.contains(context) && !binding.keys.isEmpty {
      page.entry(binding.shownKeys, binding.help)
    }
  }
}
