import HedgeModel

/// Stress scenarios as they are named on the command line.
enum ScenarioChoice {
  /// The scenarios named `names`, each once, in the order they are named; all when none is.
  ///
  /// Capital letters do not matter, and the beginning of a name is enough where no other begins like it.
  ///
  /// - Throws: ``ProgramFailure`` with the names there are, for one that is not among them.
  static func scenarios(named names: [String], among all: [StressScenario]) throws -> [StressScenario] {
    if names.isEmpty { return all }
    return try names.map { try scenario(named: $0, among: all) }.reduce(into: []) { chosen, scenario in
      if !chosen.contains(scenario) { chosen.append(scenario) }
    }
  }

  private static func scenario(named name: String, among all: [StressScenario]) throws -> StressScenario {
    let wanted = name.lowercased()
    if let exact = all.first(where: { $0.name.lowercased() == wanted }) { return exact }
    let beginnings = all.filter { !wanted.isEmpty && $0.name.lowercased().hasPrefix(wanted) }
    if let only = beginnings.first, beginnings.count == 1 { return only }
    let expected = (beginnings.isEmpty ? all : beginnings).map { "\"\($0.name)\"" }.joined(separator: ", ")
    throw ProgramFailure(.usage, "--scenario: found \"\(name)\", expected one of \(expected)")
  }
}
