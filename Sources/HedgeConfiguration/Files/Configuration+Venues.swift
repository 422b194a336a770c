import HedgeModel

extension Configuration {
  /// The venues, of those in `known`, that the file at `path` names: in instruments, as the place of spot prices, as
  /// the source of an account. Whatever else is wrong with the file is told when it is loaded.
  ///
  /// - Throws: when the file cannot be read or is no TOML.
  public static func venues(
    namedIn path: String, among known: Set<String>
  ) throws(ConfigurationError) -> Set<String> {
    let document = try SourceDocument(try ConfigurationFile.text(at: path), file: PrintableText.sanitized(path))
    var found: Set<String> = []
    collect(document.root, among: known, into: &found)
    return found
  }

  private static func collect(_ table: SourceTable, among known: Set<String>, into found: inout Set<String>) {
    for entry in table.entries {
      note(entry.key, among: known, into: &found)
      collect(entry.node, among: known, into: &found)
    }
  }

  private static func collect(_ node: SourceNode, among known: Set<String>, into found: inout Set<String>) {
    switch node.content {
    case .text(let text): note(text, among: known, into: &found)
    case .list(let list): for node in list.nodes { collect(node, among: known, into: &found) }
    case .table(let table): collect(table, among: known, into: &found)
    case .number, .flag, .instant: break
    }
  }

  private static func note(_ text: String, among known: Set<String>, into found: inout Set<String>) {
    let venue = InstrumentID(text)?.venue ?? text
    if known.contains(venue) { found.insert(venue) }
  }
}
