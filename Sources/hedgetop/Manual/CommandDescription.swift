import ArgumentParser
import FoundationEssentials

/// What a command says of itself, read from the description that argument parsing writes for such tools.
struct CommandDescription: Decodable {
  /// An option, a flag or an argument.
  struct Argument: Decodable {
    /// One of its names.
    struct Name: Decodable {
      let kind: String
      let name: String

      /// As it is typed: `-c`, `--config`.
      var text: String { kind == "long" ? "--\(name)" : "-\(name)" }
    }

    let kind: String
    let shouldDisplay: Bool
    let names: [Name]?
    let valueName: String?
    let abstract: String?
    let discussion: String?
    let defaultValue: String?
    let allValues: [String]?

    /// Whether `--help` or `--version`, which every command has.
    var isCommon: Bool { names?.contains { $0.text == "--help" || $0.text == "--version" } ?? false }
  }

  let commandName: String
  let superCommands: [String]?
  let abstract: String?
  let discussion: String?
  let arguments: [Argument]?
  let subcommands: [CommandDescription]?

  /// As it is typed: `hedgetop alerts test`.
  var path: String { ((superCommands ?? []) + [commandName]).joined(separator: " ") }

  /// The commands below it that do something, in their order; itself where there are none. That of help is none of ours.
  var leaves: [CommandDescription] {
    let below = (subcommands ?? []).filter { $0.commandName != "help" }
    return below.isEmpty ? [self] : below.flatMap(\.leaves)
  }

  /// The description of the program.
  ///
  /// - Throws: when argument parsing describes it in another way than it used to.
  static func program() throws -> CommandDescription {
    struct Dump: Decodable { let command: CommandDescription }
    return try JSONDecoder().decode(Dump.self, from: Data(Hedgetop._dumpHelp().utf8)).command
  }
}
