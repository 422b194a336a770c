import ArgumentParser
import Foundation
import HedgeConfiguration
import HedgeModel
import Journal
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
  func loader(tap: (any StreamTap)? = nil) -> ConfigurationLoader { Self.loader(at: config, kind: kind, tap: tap) }

  /// The same for a command that has options of its own.
  @MainActor
  static func loader(
    at stated: String?, kind: ExampleKind? = nil, tap: (any StreamTap)? = nil
  ) -> ConfigurationLoader {
    ConfigurationLoader(
      path: path(of: stated, kind: kind), kind: kind ?? .spotHedge, environment: environment, tap: tap)
  }

  /// The file the configuration is read from; nil for the sample.
  var configurationPath: String? { Self.path(of: config, kind: kind) }

  /// The same for a command that has options of its own.
  static func configurationPath(_ stated: String?, kind: ExampleKind?) -> String? { path(of: stated, kind: kind) }

  private static func path(of config: String?, kind: ExampleKind?) -> String? {
    if let config { return config }
    if kind != nil { return nil }
    guard let paths = HedgetopPaths(environment: environment) else { return nil }
    let stated = environment["HEDGETOP_CONFIG"].map { !$0.isEmpty } ?? false
    return stated || FileManager.default.fileExists(atPath: paths.configurationFile) ? paths.configurationFile : nil
  }

  /// The decisions of a portfolio, from the user's state folder, for a command that makes none; none, with a word to
  /// the user, where there is no place for them.
  ///
  /// - Throws: ``ProgramFailure`` when they cannot be read.
  func readingJournal(of portfolio: Portfolio) throws -> any DecisionJournal {
    let journal = try JournalPlace.reading(portfolio: portfolio.name, folder: try Self.stateFolder())
    if let unkept = journal as? UnkeptJournal {
      StandardError.write("hedgetop: decisions cannot be kept: \(PrintableLines.text(unkept.reason))\n")
    }
    return journal
  }

  /// The journal of a portfolio, in the user's state folder, for a monitor.
  ///
  /// - Parameter command: the command that runs: `watch`.
  /// - Throws: ``ProgramFailure`` when there is one and it cannot be used.
  func journal(of configuration: Configuration, in command: String) throws -> PortfolioJournal {
    let journal = try JournalPlace.keeping(
      configuration, folder: try Self.stateFolder(), command: command, now: WallClock().now())
    if case .unkept(let reason) = journal.standing {
      StandardError.write("hedgetop: decisions cannot be kept: \(PrintableLines.text(reason))\n")
    }
    return journal
  }

  /// Where journals are.
  ///
  /// - Throws: ``ProgramFailure`` when the environment tells no place for them.
  static func stateFolder() throws -> String {
    guard let paths = HedgetopPaths(environment: environment) else {
      throw ProgramFailure(
        .runtime, "HOME is not set, so there is no place for the journal; set HOME or XDG_STATE_HOME")
    }
    return paths.stateFolder
  }

  private static var environment: [String: String] { ProcessInfo.processInfo.environment }
}
