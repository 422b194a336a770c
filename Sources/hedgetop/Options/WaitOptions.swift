import ArgumentParser
import HedgeAnalytics
import HedgeConfiguration
import HedgeModel
import HedgeStore
import MarketData

/// How long a command without a screen waits for its figures.
struct WaitOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The longest to wait for all figures.", valueName: "seconds"))
  var wait: Double = 10

  func validate() throws {
    if !(wait >= 0 && wait <= 3600) {
      throw ValidationError("--wait: found \(wait), expected seconds from 0 to 3600")
    }
  }

  /// Starts a session, refreshes until every strategy's drift is fresh or the time is over, and stops it.
  ///
  /// - Throws: ``ProgramFailure`` when the session cannot start.
  @MainActor
  func snapshot(of options: PortfolioOptions) async throws -> HedgeSnapshot {
    let session = try await session(try options.configuration(), options)
    defer { session.store.stop() }
    return session.store.snapshot
  }

  /// A session whose figures are there as far as they came in time; the caller stops it.
  ///
  /// - Throws: ``ProgramFailure`` when it cannot start.
  @MainActor
  func session(_ configuration: Configuration, _ options: PortfolioOptions) async throws -> HedgeSession {
    let session = try HedgeSession(
      configuration, journal: try options.journal(of: configuration.portfolio), speed: options.speed)
    await session.loadHistory()
    let wall = WallClock()
    let deadline = wall.now() + .milliseconds(Int64(wait * 1000))
    session.store.refresh()
    while !session.store.snapshot.isComplete, wall.now() < deadline {
      try await Task.sleep(for: .milliseconds(50))
      session.store.refresh()
    }
    return session
  }
}

extension HedgeSnapshot {
  /// True when a verdict on every strategy rests on fresh figures and every feed has said how it fares.
  var isComplete: Bool {
    figures.strategies.allSatisfy(\.netBeta.drift.isFresh) && feeds.allSatisfy(\.isHealthy)
  }
}
