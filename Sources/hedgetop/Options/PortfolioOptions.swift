import ArgumentParser
import Foundation
import HedgeConfiguration
import HedgeModel
import Journal
import MarketData
import Venues

/// Which portfolio a command works on, or which several, and where their decisions are kept.
struct PortfolioOptions: ParsableArguments {
  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      "The configuration file; several for several portfolios, where a command can show them.",
      discussion:
        "Without one, and with none at the usual place, the sample portfolio on the simulated market is shown.",
      valueName: "file"), completion: .file(extensions: ["toml"]))
  var config: [String] = []

  @Option(
    help: ArgumentHelp(
      "A sample portfolio on the simulated market, instead of a file.", valueName: "kind"))
  var kind: ExampleKind?

  @Option(
    help: ArgumentHelp(
      "Market seconds per second of the clock, for simulated and recorded markets.", valueName: "factor"))
  var speed: Double?

  func validate() throws {
    if !config.isEmpty, kind != nil {
      throw ValidationError("--kind shows a sample portfolio and --config a file; state one of them")
    }
    if let speed, !(speed > 0 && speed <= 1_000_000) {
      throw ValidationError("--speed: found \(speed), expected a number above 0 and at most 1000000")
    }
  }

  /// Reads the one configuration, by the order flags, environment, usual place, sample, and what it rests on.
  ///
  /// - Throws: ``ProgramFailure`` when there are several.
  @MainActor
  func loader(
    tap: (any StreamTap)? = nil, warn: @escaping @MainActor (String) -> Void = StandardError.warn
  ) throws -> ConfigurationLoader {
    Self.loader(at: try configurationPath, kind: kind, tap: tap, warn: warn)
  }

  /// The name of the portfolio that a command would show, whatever else is wrong with its configuration.
  ///
  /// - Throws: ``ProgramFailure`` when the file cannot be read or is no TOML, or when there are several.
  static func portfolioName(of stated: String?, kind: ExampleKind? = nil) throws -> String {
    do {
      return try one(of: paths(of: stated.map { [$0] } ?? [], kind: kind)).map {
        try Configuration.portfolioName(at: $0)
      } ?? Configuration.sample(kind ?? .spotHedge, now: WallClock().now()).portfolio.name
    } catch {
      throw ProgramFailure(error) ?? ProgramFailure(.configuration, String(describing: error))
    }
  }

  /// The same for a command that has options of its own.
  ///
  /// - Throws: ``ProgramFailure`` when the environment names several and none is stated.
  @MainActor
  static func loader(at stated: String?, kind: ExampleKind? = nil) throws -> ConfigurationLoader {
    loader(at: try one(of: paths(of: stated.map { [$0] } ?? [], kind: kind)), kind: kind, tap: nil)
  }

  @MainActor
  private static func loader(
    at path: String?, kind: ExampleKind?, tap: (any StreamTap)?, network: VenueNetwork? = nil,
    warn: @escaping @MainActor (String) -> Void = StandardError.warn
  ) -> ConfigurationLoader {
    ConfigurationLoader(
      path: path, kind: kind ?? .spotHedge, environment: environment, tap: tap, network: network, warn: warn)
  }

  /// The file the one configuration is read from; nil for the sample.
  ///
  /// - Throws: ``ProgramFailure`` when there are several.
  var configurationPath: String? { get throws { try Self.one(of: Self.paths(of: config, kind: kind)) } }

  private static func one(of paths: [String?]) throws -> String? {
    guard paths.count == 1 else {
      throw ProgramFailure(
        .usage, "\(paths.count) configurations are named, and this command works on one portfolio: state one --config")
    }
    return paths[0]
  }

  /// The files, at least one; nil stands for the sample.
  private static func paths(of config: [String], kind: ExampleKind?) -> [String?] {
    if !config.isEmpty { return config }
    guard kind == nil, let paths = HedgetopPaths(environment: environment) else { return [nil] }
    if !paths.statedConfigurationFiles.isEmpty { return paths.statedConfigurationFiles }
    return [FileManager.default.fileExists(atPath: paths.configurationFile) ? paths.configurationFile : nil]
  }

  /// Opens every portfolio named; none of them has begun.
  ///
  /// Their configurations are read beside each other, and they share one network: each exchange is asked with one
  /// budget.
  ///
  /// - Parameters:
  ///   - command: the monitor that runs, `watch` or `run`, which keeps decisions and the past; nil for a command that only
  ///     reads them.
  ///   - warn: is told what the user should know and what stops nothing.
  /// - Throws: ``ProgramFailure`` of the first that cannot be opened, or when two have one name: their decisions would
  ///   be kept in one journal.
  @MainActor
  func open(
    in command: String? = nil, warn: @escaping @MainActor (String) -> Void = StandardError.warn
  ) async throws -> [WatchedPortfolio] {
    let network = VenueNetwork(environment: Self.environment)
    let loaders = Self.paths(of: config, kind: kind).map {
      Self.loader(at: $0, kind: kind, tap: nil, network: network, warn: warn)
    }
    let readings = loaders.map { loader in Task { try await loader.load() } }
    var configurations: [Configuration] = []
    for (index, reading) in readings.enumerated() {
      let configuration = try await reading.value
      let name = configuration.portfolio.name
      if let twin = configurations.firstIndex(where: { $0.portfolio.name == name }) {
        throw ProgramFailure(.configuration, Self.twins(name, loaders[twin].path, loaders[index].path))
      }
      configurations.append(configuration)
    }
    return try zip(configurations, loaders).map { configuration, loader in
      try WatchedPortfolio(
        configuration, by: loader,
        journal: try command.map { try journal(of: configuration, in: $0, warn: warn) }
          ?? readingJournal(of: configuration.portfolio, warn: warn), speed: speed, warn: warn)
    }
  }

  private static func twins(_ name: String, _ first: String?, _ second: String?) -> String {
    guard let first, let second, first != second else { return "\(first ?? name): is named twice; name each file once" }
    return "\(second): its portfolio is called \"\(name)\", and so is that of \(first); give one another name"
  }

  /// The decisions of a portfolio, from the user's state folder, for a command that makes none; none, with a word to
  /// the user, where there is no place for them.
  ///
  /// - Throws: ``ProgramFailure`` when they cannot be read.
  @MainActor
  func readingJournal(
    of portfolio: Portfolio, warn: @MainActor (String) -> Void = StandardError.warn
  ) throws -> any DecisionJournal {
    let journal = try JournalPlace.reading(portfolio: portfolio.name, folder: try Self.stateFolder())
    if let unkept = journal as? UnkeptJournal { warn("decisions cannot be kept: \(unkept.reason)") }
    return journal
  }

  /// The journal of a portfolio, in the user's state folder, for a monitor.
  ///
  /// - Parameter command: the command that runs: `watch`.
  /// - Throws: ``ProgramFailure`` when there is one and it cannot be used.
  @MainActor
  func journal(
    of configuration: Configuration, in command: String, warn: @MainActor (String) -> Void = StandardError.warn
  ) throws -> PortfolioJournal {
    let journal = try JournalPlace.keeping(
      configuration, folder: try Self.stateFolder(), command: command, now: WallClock().now())
    if case .unkept(let reason) = journal.standing { warn("decisions cannot be kept: \(reason)") }
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
