import HedgeModel

/// Reads a whole configuration from its tables.
struct ConfigurationDecoder {
  let issues: IssueCollector
  /// The instant contracts are looked at from: expired ones are told of.
  let now: Timestamp
  /// Where relative paths start from.
  let folder: String
  /// The user's home, for paths that begin with `~/`; nil where it is not known.
  let home: String?
  /// What comes with hedgetop.
  let shipped: Catalog
  /// The stress scenarios that come with hedgetop.
  let shippedScenarios: [StressScenario]
  /// What was asked of exchanges.
  let live: LiveFacts

  /// The configuration, complete only when `issues` has no errors afterwards; nil when a part without default failed.
  func configuration(_ document: SourceDocument) -> Configuration? {
    let reader = TableReader(document.root, place: Place(path: .root, location: .start), issues: issues)
    let display = reader.section("display", display)
    let alerts = reader.section("alerts", alerts)
    let metrics = reader.section("metrics", metrics)
    let history = reader.section("history", history)
    let feed = reader.section("feed", feed)
    var sources: [AccountSourceConfiguration] = []
    let portfolio = portfolio(reader, feed, &sources)
    let scenarios = scenarios(reader, portfolio)
    let hosts = venueHosts(reader)
    reader.finish()
    guard let portfolio else { return nil }
    return Configuration(
      portfolio: portfolio, feed: feed, display: display, alerts: alerts, metrics: metrics, history: history,
      scenarios: scenarios,
      accountSources: sources, venueHosts: hosts, warnings: issues.sorted)
  }
}
