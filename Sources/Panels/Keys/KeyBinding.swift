import TerminalCells

/// One line of the key table: keys, what they do, and how the footer and the help say it.
public struct KeyBinding: Hashable, Sendable {
  /// The keys, the one to show first.
  public let keys: [KeyPress]
  /// What they do.
  public let command: KeyCommand
  /// Its name on the command line; empty where it has none.
  public let name: String
  /// One or two words for the footer.
  public let words: String
  /// A sentence for the help.
  public let help: String
  /// Where they do it.
  public let contexts: Set<KeyContext>
  /// Place in the footer, low first; nil to leave it out.
  public let footerRank: Int?

  /// A binding. Keys are given by name, as ``TerminalCells/KeyPress/init(parsing:)`` reads them; a test holds the
  /// table to names that are read.
  init(
    _ keys: String..., command: KeyCommand, name: String = "", words: String, help: String,
    in contexts: Set<KeyContext> = [.panels], footer: Int? = nil
  ) {
    self.keys = keys.compactMap { KeyPress(parsing: $0) }
    self.command = command
    self.name = name
    self.words = words
    self.help = help
    self.contexts = contexts
    self.footerRank = footer
  }

  /// The first key as the footer shows it.
  public var shownKey: String { keys.first.map { "\($0)" } ?? "" }

  /// All keys as the help shows them: `j Down`.
  public var shownKeys: String { keys.map { "\($0)" }.joined(separator: " ") }
}
