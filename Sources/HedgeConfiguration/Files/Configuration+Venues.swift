import HedgeModel

extension Configuration {
  /// What the file at `path` needs of exchanges: the venues, of those in `known`, that it names in instruments, as the
  /// place of spot prices, or as the source of an account, and their hosts; and the recording that is played in their
  /// place. Whatever else is wrong with the file is told when it is loaded.
  ///
  /// - Parameter home: the user's home folder, for paths that begin with `~/`.
  /// - Throws: when the file cannot be read or is no TOML.
  public static func venueNeeds(
    of path: String, among known: [String], home: String? = nil
  ) throws(ConfigurationError) -> VenueNeeds {
    let file = PrintableText.sanitized(path)
    let document = try SourceDocument(try ConfigurationFile.text(at: path), file: file)
    var found: Set<String> = []
    collect(document.root, among: Set(known), into: &found)
    let issues = IssueCollector(file: file)
    let decoder = ConfigurationDecoder(
      issues: issues, now: Timestamp(milliseconds: 0), folder: ConfigurationFile.folder(of: path), home: home,
      shipped: Catalog(), shippedScenarios: [], live: LiveFacts(venues: known))
    let reader = TableReader(document.root, place: Place(path: .root, location: .start), issues: issues)
    let feed = reader.section("feed", decoder.feed)
    let recording: String? = if case .recording(let recording) = feed { recording.file } else { nil }
    return VenueNeeds(venues: found, hosts: decoder.venueHosts(reader), recording: recording)
  }

  /// The accounts that the file at `path` reads from venues; whatever else is wrong with it.
  ///
  /// - Parameter home: the user's home folder, for paths that begin with `~/`.
  /// - Throws: when the file cannot be read or is no TOML.
  public static func accountSources(
    at path: String, home: String?
  ) throws(ConfigurationError) -> [AccountSourceConfiguration] {
    let file = PrintableText.sanitized(path)
    let document = try SourceDocument(try ConfigurationFile.text(at: path), file: file)
    let issues = IssueCollector(file: file)
    let decoder = ConfigurationDecoder(
      issues: issues, now: Timestamp(milliseconds: 0), folder: ConfigurationFile.folder(of: path), home: home,
      shipped: Catalog(),
      shippedScenarios: [], live: LiveFacts())
    let reader = TableReader(document.root, place: Place(path: .root, location: .start), issues: issues)
    return reader.each("account") { reader in
      reader.name("name", of: "a name").flatMap { decoder.source(reader, of: AccountID($0)) }
    }
  }

  /// The name of the portfolio that the file at `path` describes, whatever else is wrong with it: what is kept of a
  /// portfolio is found by its name alone. Nil when the name itself is wrong.
  ///
  /// - Throws: when the file cannot be read or is no TOML.
  public static func portfolioName(at path: String) throws(ConfigurationError) -> String? {
    let file = PrintableText.sanitized(path)
    let document = try SourceDocument(try ConfigurationFile.text(at: path), file: file)
    let issues = IssueCollector(file: file)
    let reader = TableReader(document.root, place: Place(path: .root, location: .start), issues: issues)
    let name = ConfigurationDecoder.portfolioName(reader)
    return issues.hasErrors ? nil : name
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
