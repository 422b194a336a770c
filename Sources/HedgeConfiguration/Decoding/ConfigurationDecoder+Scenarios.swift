import HedgeModel

extension ConfigurationDecoder {
  /// The scenarios that come with hedgetop, then those of the `[[scenario]]` tables.
  func scenarios(_ reader: TableReader, _ portfolio: Portfolio?) -> [StressScenario] {
    let decoder = ScenarioDecoder(
      issues: issues, origin: "stated in \(issues.file)", portfolio: portfolio,
      taken: shippedScenarios.map(\.name))
    return shippedScenarios + decoder.scenarios(reader)
  }
}
