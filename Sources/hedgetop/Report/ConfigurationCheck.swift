import HedgeConfiguration
import HedgeModel
import MarketData
import Venues

/// What reading a configuration file brought to light.
struct ConfigurationCheck {
  let file: String
  /// Nil when the file cannot be used.
  let configuration: Configuration?
  /// Mistakes and warnings in the order of the file.
  let issues: [ConfigurationIssue]

  /// Reads the file as it would be read to be used, and the header of the recording it plays, without asking anybody.
  ///
  /// - Parameter environment: where the home folder and that of the cache are named.
  init(_ file: String, now: Timestamp, environment: [String: String]) {
    self.file = file
    do {
      let home = environment["HOME"]
      let recording = try Configuration.venueNeeds(of: file, among: [], home: home).recording
      let live =
        try recording.map { LiveFacts(try Recording.header(path: $0)) }
        ?? LiveFacts.kept(for: file, in: FolderSpecificationCache.standard(environment: environment))
      let configuration = try Configuration.load(from: file, now: now, home: home, live: live)
      self.configuration = configuration
      issues = configuration.warnings
    } catch {
      configuration = nil
      issues =
        (error as? ConfigurationError)?.issues
        ?? [ConfigurationIssue(file: file, location: nil, path: "feed.recording", message: String(describing: error))]
    }
  }

  /// One line an issue, and one that sums up.
  var text: String {
    PrintableLines.text((issues.map(\.description) + [verdict]).joined(separator: "\n")) + "\n"
  }

  /// `ok: hedge.toml: …`, or how many mistakes there are.
  var verdict: String {
    if let summary { return "ok: \(file): \(summary)" }
    let errors = issues.count { $0.severity == .error }
    return "\(file): \(Self.count(errors, "mistake")), cannot be used"
  }

  /// What the configuration holds, in one line; nil when it cannot be used.
  var summary: String? {
    guard let configuration else { return nil }
    let portfolio = configuration.portfolio
    let parts = [
      "“\(portfolio.name)”", Self.count(portfolio.strategies.count, "strategy", "strategies"),
      Self.count(portfolio.strategies.reduce(0) { $0 + $1.holdings.count }, "holding"),
      Self.count(portfolio.strategies.reduce(0) { $0 + $1.legs.count }, "leg"),
      Self.count(portfolio.accounts.count, "account"), "benchmark \(portfolio.benchmark.label)",
      "feed \(configuration.feed.name)",
    ]
    let warnings = issues.isEmpty ? [] : [Self.count(issues.count, "warning")]
    return (parts + warnings).joined(separator: ", ")
  }

  private static func count(_ number: Int, _ one: String, _ many: String? = nil) -> String {
    "\(number) \(number == 1 ? one : many ?? one + "s")"
  }
}
