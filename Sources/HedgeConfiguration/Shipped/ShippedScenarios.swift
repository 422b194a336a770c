import HedgeModel

/// The stress scenarios that come with hedgetop: a dated data file, compiled into the binary.
enum ShippedScenarios {
  /// The scenarios in the order of the file, or what is wrong with it: read once, as it cannot change.
  static let scenarios: Result<[StressScenario], ConfigurationError> = Result { () throws(ConfigurationError) in
    try read(String(decoding: PackageResources.scenarios_toml, as: UTF8.self), file: "scenarios.toml")
  }

  /// Reads a file of scenarios.
  static func read(_ text: String, file: String) throws(ConfigurationError) -> [StressScenario] {
    let document = try SourceDocument(text, file: file)
    let issues = IssueCollector(file: file)
    let reader = TableReader(document.root, place: Place(path: .root, location: .start), issues: issues)
    let decoder = ScenarioDecoder(
      issues: issues, origin: ShippedCatalog.origin(reader), portfolio: nil, taken: [])
    let scenarios = decoder.scenarios(reader)
    reader.finish()
    if issues.hasErrors { throw ConfigurationError(issues: issues.sorted) }
    return scenarios
  }
}
