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
    let found = portfolio.strategies.first { strategy == nil || $0.name == strategy }
    if let found { return found }
    let names = portfolio.strategies.map(\.name).joined(separator: ", ")
    throw ProgramFailure(.usage, "--strategy: found “\(strategy ?? "")”, expected one of \(names)")
  }
}
