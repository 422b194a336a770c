import FoundationEssentials
import HedgeModel

/// Reads `[[scenario]]` tables: the same form in the shipped file and in the user's configuration.
struct ScenarioDecoder {
  let issues: IssueCollector
  /// Where the figures of a scenario come from that does not say.
  let origin: String
  /// The portfolio scenarios are tried on; nil for shipped ones, which fit any.
  let portfolio: Portfolio?
  /// Names that are taken already.
  let taken: [String]

  /// Reads the scenarios of a file.
  func scenarios(_ reader: TableReader) -> [StressScenario] {
    var names = Set(taken.map { $0.lowercased() })
    return reader.each("scenario") { reader in
      let scenario = scenario(reader)
      if let name = scenario?.name, !names.insert(name.lowercased()).inserted {
        let isShipped = taken.contains { $0.lowercased() == name.lowercased() }
        let found = "found \(PrintableText.quoted(name))"
        issues.error(
          reader.place("name"),
          isShipped
            ? "\(found), the name of a scenario that comes with hedgetop; choose another"
            : "\(found) again, expected a name for each scenario")
      }
      return scenario
    }
  }

  private func scenario(_ reader: TableReader) -> StressScenario? {
    let name = reader.name("name", of: "a name of your choice")
    let isAgainst = reader.flag("against") ?? false
    let record = record(reader)
    let prices = prices(reader)
    let betas = betas(reader)
    let basis = basis(reader, isAgainst: isAgainst)
    let funding = funding(reader, isAgainst: isAgainst)
    if !reader.states("name") { reader.missing("name", "give the scenario a name it can be chosen by") }
    checkCompany(reader)
    guard let name, let prices else { return nil }
    return StressScenario(
      name: name,
      kind: Self.kind(prices, betas, basis, funding, isRecord: reader.states("from") && reader.states("to")),
      source: record ?? origin, prices: prices, betas: betas, basis: basis, funding: funding)
  }

  /// What sort of scenario it is, by what happens in it.
  private static func kind(
    _ prices: PriceShock, _ betas: BetaShock?, _ basis: BasisShock?, _ funding: FundingShock?, isRecord: Bool
  ) -> StressScenario.Kind {
    if isRecord { return .historical }
    switch (prices, betas, basis, funding) {
    case (.benchmark, nil, nil, nil): return .benchmark
    case (.benchmark, _?, nil, nil): return .beta
    case (.correlated, nil, nil, nil): return .correlation
    case (.unmoved, nil, _?, nil): return .basis
    case (.unmoved, nil, nil, _?): return .funding
    default: return .custom
    }
  }

  /// `from`, `to` and `source`: where the moves come from.
  private func record(_ reader: TableReader) -> String? {
    let (start, end) = (reader.instant("from"), reader.instant("to"))
    let source = reader.text("source")
    for (key, other) in [("from", "to"), ("to", "from")] where reader.states(key) && !reader.states(other) {
      reader.missing(other, "a record states the closes it begins and ends with, from and to")
    }
    guard let start, let end else { return source }
    if start >= end {
      issues.error(reader.place("to"), "the close of \(end.isoDay) is not after the one of \(start.isoDay)")
    }
    return "closes of \(start.isoDay) to \(end.isoDay), \(source ?? origin)"
  }

  /// Keys that say nothing without others, and tables that say nothing at all.
  private func checkCompany(_ reader: TableReader) {
    let needs = [
      ("others", ["moves"]), ("betas", ["benchmark", "moves"]), ("beta_errors", ["betas"]), ("days", ["funding_rate"]),
      ("funding_hours", ["funding_rate"]), ("against", ["basis_bps", "funding_rate"]),
    ]
    for (key, others) in needs where reader.states(key) && !others.contains(where: reader.states) {
      issues.error(
        reader.place(key), "has no effect without \(others.joined(separator: " or ")); state it or remove this")
    }
    let events = ["benchmark", "correlated", "moves", "basis_bps", "funding_rate"]
    if !events.contains(where: reader.states) {
      issues.error(reader.place, "nothing happens in it; state one of \(events.joined(separator: ", "))")
    }
  }
}
