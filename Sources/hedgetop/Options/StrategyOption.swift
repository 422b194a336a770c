import ArgumentParser
import HedgeAnalytics

/// Which strategy of a portfolio a command is about.
struct StrategyOption: ParsableArguments {
  @Option(help: ArgumentHelp("The strategy. (default: the first of the configuration)", valueName: "name"))
  var strategy: String?

  /// The strategy's figures.
  ///
  /// - Throws: ``ProgramFailure`` when there is none of that name.
  func figures(in portfolio: PortfolioFigures) throws -> StrategyFigures {
    try found(in: portfolio.strategies, name: \.name)
  }

  /// The one of `strategies` that is meant.
  ///
  /// - Throws: ``ProgramFailure`` when there is none of that name.
  func found<Named>(in strategies: [Named], name: (Named) -> String) throws -> Named {
    if let found = strategies.first(where: { strategy == nil || name($0) == strategy }) { return found }
    let names = strategies.map(name).joined(separator: ", ")
    throw ProgramFailure(.usage, "--strategy: found “\(strategy ?? "")”, expected one of \(names)")
  }
}
