import HedgeModel

extension Configuration {
  /// Reads the configuration file at `path`.
  ///
  /// - Parameters:
  ///   - path: the file; at most 4 MiB of UTF-8 text.
  ///   - now: the instant contracts are looked at from: expired ones are told of in ``warnings``.
  ///   - home: the user's home folder, for paths that begin with `~/`.
  ///   - live: what was asked of exchanges.
  /// - Throws: every mistake of the file at once, or why it cannot be read.
  public static func load(
    from path: String, now: Timestamp, home: String? = nil, live: LiveFacts = LiveFacts()
  ) throws(ConfigurationError) -> Configuration {
    try load(from: ConfigurationText(readingFrom: path), now: now, home: home, live: live)
  }

  /// The same of a file that was read before.
  ///
  /// - Throws: every mistake of the file at once.
  public static func load(
    from file: ConfigurationText, now: Timestamp, home: String? = nil, live: LiveFacts = LiveFacts()
  ) throws(ConfigurationError) -> Configuration {
    try parse(file.text, file: file.path, folder: file.folder, now: now, home: home, live: live)
  }

  /// Reads a configuration from its text.
  ///
  /// - Parameters:
  ///   - text: the TOML text.
  ///   - file: what issues call it.
  ///   - folder: where relative paths in it start from.
  ///   - now: the instant contracts are looked at from.
  ///   - home: the user's home folder, for paths that begin with `~/`.
  ///   - live: what was asked of exchanges.
  /// - Throws: every mistake of the text at once.
  public static func parse(
    _ text: String, file: String, folder: String = ".", now: Timestamp, home: String? = nil,
    live: LiveFacts = LiveFacts()
  ) throws(ConfigurationError) -> Configuration {
    let file = PrintableText.sanitized(file)
    let document = try SourceDocument(text, file: file)
    let issues = IssueCollector(file: file)
    let decoder = ConfigurationDecoder(
      issues: issues, now: now, folder: folder, home: home,
      shipped: try ShippedCatalog.catalog.get().merging(live.catalog),
      shippedScenarios: try ShippedScenarios.scenarios.get(), live: live)
    let configuration = decoder.configuration(document)
    guard let configuration, !issues.hasErrors else { throw ConfigurationError(issues: issues.sorted) }
    return configuration
  }

  /// A sample portfolio on the simulated market; without a kind the one shown when nothing is configured: ten coins,
  /// hedged by six legs in two accounts.
  ///
  /// - Throws: never in a sound build; its own tests read it.
  public static func sample(
    _ kind: ExampleKind = .spotHedge, now: Timestamp
  ) throws(ConfigurationError) -> Configuration {
    try parse(kind.text, file: "sample configuration", now: now)
  }
}
