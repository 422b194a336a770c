import ArgumentParser
import Foundation
import HedgeConfiguration
import HedgeModel
import MarketData
import Venues

/// Which portfolio a command works on, and where its decisions are kept.
struct PortfolioOptions: ParsableArguments {
  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      "The configuration file.",
      discussion:
        "Without one, and with none at the usual place, the sample portfolio on the simulated market is shown.",
      valueName: "file"), completion: .file(extensions: ["toml"]))
  var config: String?

  @Option(
    help: ArgumentHelp(
      "A sample portfolio on the simulated market, instead of a file.", valueName: "kind"))
  var kind: ExampleKind?

  @Option(
    help: ArgumentHelp(
      "Market seconds per second of the clock, for simulated and recorded markets.", valueName: "factor"))
  var speed: Double?

  func validate() throws {
    if config != nil, kind != nil {
      throw ValidationError("--kind shows a sample portfolio and --config a file; state one of them")
    }
    if let speed, !(speed > 0 && speed <= 1_000_000) {
      throw ValidationError("--speed: found \(speed), expected a number above 0 and at most 1000000")
    }
  }

  /// Reads the configuration by the order flags, environment, usual place, sample, and what it rests on.
  @MainActor
  func loader(
    tap: (any StreamTap)? = nil, warn: @escaping @MainActor (String) -> Void = StandardError.warn
  ) -> ConfigurationLoader {
    Self.loader(at: config, kind: kind, tap: tap, warn: warn)
  }

  /// The same for a command that has options of its own.
  @MainActor
  static func loader(
    at stated: String?, kind: ExampleKind? = nil, tap: (any StreamTap)? = nil,
    warn: @escaping @MainActor (String) -> Void = StandardError.warn
  ) -> ConfigurationLoader {
    ConfigurationLoader(
      path: path(of: stated, kind: kind), kind: kind ?? .spotHedge, environment: environment, tap: tap, warn: warn)
  }

  /// The name of the portfolio that a command would show, whatever else is wrong with its configuration.
  ///
  /// - Throws: ``ProgramFailure`` when the file cannot be read or is no TOML.
  @MainActor
  static func portfolioName(of stated: String?) throws -> String {
    do {
      return try path(of: stated, kind: nil).map { try Configuration.portfolioName(at: $0) }
        ?? Configuration.sample(now: WallClock().now()).portfolio.name
    } catch {
      throw ProgramFailure(error) ?? ProgramFailure(.configuration, String(describing: error))
    }
  }

  /// The file the configuration is read from; nil for the sample.
  var configurationPath: String? { Self.path(of: config, kind: kind) }

  private static func path(of config: String?, kind: ExampleKind?) -> String? {
    if let config { return config }
    if kind != nil { return nil }
    guard let paths = HedgetopPaths(environment: environment) else { return nil }
    let stated = environment["HEDGETOP_CONFIG"].map { !$0.isEmpty } ?? false
    return stated || FileManager.default.fileExists(atPath: paths.configurationFile) ? paths.configurationFile : nil
  }

  /// The journal of a portfolio, in the user's state folder; one that keeps nothing, with a word to the user, where
  /// there is no place for it.
  ///
  /// - Throws: ``ProgramFailure`` when it cannot be opened.
  @MainActor
  func journal(
    of portfolio: Portfolio, warn: @MainActor (String) -> Void = StandardError.warn
  ) throws -> any DecisionJournal {
    guard let paths = HedgetopPaths(environment: Self.environment) else {
      throw ProgramFailure(
        .runtime, "HOME is not set, so there is no place for the journal; set HOME or XDG_STATE_HOME")
    }
    let journal = try JournalPlace.open(portfolio: portfolio.name, folder: paths.stateFolder)
    if let unkept = journal as? UnkeptJournal {
      warn("decisions cannot be kept: \(unkept.reason)")
    }
    return journal
  }

  private static var environment: [String: String] { ProcessInfo.processInfo.environment }
}
