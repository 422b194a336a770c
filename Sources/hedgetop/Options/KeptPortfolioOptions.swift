import ArgumentParser
import HedgeConfiguration
import HedgeModel
import Journal

/// Which portfolio's journal is read. Nothing else of the configuration matters, so no exchange is asked for it.
struct KeptPortfolioOptions: ParsableArguments {
  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      "The configuration file, for the portfolio's name.",
      discussion: "Without one, and with none at the usual place, the sample portfolio is meant.", valueName: "file"),
    completion: .file(extensions: ["toml"]))
  var config: String?

  @Option(help: ArgumentHelp("A sample portfolio instead of a file.", valueName: "kind"))
  var kind: ExampleKind?

  func validate() throws {
    if config != nil, kind != nil {
      throw ValidationError("--kind means a sample portfolio and --config a file; state one of them")
    }
  }

  /// The portfolio's name.
  ///
  /// - Throws: ``ProgramFailure`` when it cannot be read.
  func portfolio() throws -> String { try PortfolioOptions.portfolioName(of: config, kind: kind) }

  /// What is kept of the portfolio; nil when nothing is.
  ///
  /// - Throws: ``ProgramFailure`` when it cannot be read.
  func reader(of portfolio: String) throws -> JournalReader? {
    do {
      return try JournalReader(portfolio: portfolio, folder: try PortfolioOptions.stateFolder())
    } catch let error as JournalError {
      throw ProgramFailure(.runtime, error.description)
    }
  }
}
