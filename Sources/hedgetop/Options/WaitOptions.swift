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
  /// - Parameters:
  ///   - options: the portfolio.
  ///   - trial: a hedge ratio to try then, from the figures there are.
  /// - Throws: ``ProgramFailure`` when the session cannot start; what `trial` throws.
  @MainActor
  func snapshot(
    of options: PortfolioOptions, trying trial: ((PortfolioFigures) throws -> HedgeRatioTrial)? = nil
  ) async throws -> HedgeSnapshot {
    try await withSession(of: options) { session in
      if let trial {
        session.store.send(.preview(try trial(session.store.snapshot.figures)))
        try await refreshUntilDepth(session.store)
      }
      return session.store.snapshot
    }
  }

  /// Refreshes until the order books that matter have come from the feeds that have them, a second at most: a feed may
  /// have none of some instrument, and figures do without.
  @MainActor
  private func refreshUntilDepth(_ store: Store) async throws {
    let wall = WallClock()
    let deadline = wall.now() + .milliseconds(Int64(min(wait, 1) * 1000))
    guard !store.missingDepth.isEmpty else { return }
    store.refresh()
    while !store.missingDepth.isEmpty, wall.now() < deadline {
      try await Task.sleep(for: .milliseconds(50))
      store.refresh()
    }
  }

  /// Starts a session, refreshes as ``snapshot(of:trying:)`` does, hands it to `body`, and stops it.
  ///
  /// - Throws: ``ProgramFailure`` when the session cannot start; what `body` throws.
  @MainActor
  func withSession<Result>(
    of options: PortfolioOptions, _ body: @MainActor (HedgeSession) async throws -> Result
  ) async throws -> Result {
    let loader = try options.loader()
    let configuration = try await loader.load()
    let portfolio = try WatchedPortfolio(
      configuration, by: loader, journal: try options.readingJournal(of: configuration.portfolio), speed: options.speed)
    defer { portfolio.stop() }
    try await wait(for: [portfolio])
    return try await body(portfolio.session)
  }

  /// Starts every portfolio that is named, refreshes them until the drift of every strategy is fresh or the time is
  /// over, and stops them.
  ///
  /// - Throws: ``ProgramFailure`` when one cannot start.
  @MainActor
  func snapshots(of options: PortfolioOptions) async throws -> [HedgeSnapshot] {
    try await withPortfolios(of: options) { $0.map(\.session.store.snapshot) }
  }

  /// The same, handing the portfolios to `body` before they are stopped.
  ///
  /// - Throws: ``ProgramFailure`` when one cannot start; what `body` throws.
  @MainActor
  func withPortfolios<Result>(
    of options: PortfolioOptions, _ body: @MainActor ([WatchedPortfolio]) throws -> Result
  ) async throws -> Result {
    let portfolios = try await options.open()
    defer { for portfolio in portfolios { portfolio.stop() } }
    try await wait(for: portfolios)
    return try body(portfolios)
  }

  @MainActor
  private func wait(for portfolios: [WatchedPortfolio]) async throws {
    for portfolio in portfolios {
      for words in portfolio.unreadAccounts { StandardError.write("hedgetop: \(PrintableLines.text(words))\n") }
      portfolio.start()
    }
    // A year of funding may take an exchange longer to tell than anybody waits: what is known then is shown.
    for portfolio in portfolios where !portfolio.session.connection.feeds.contains(where: \.identity.isLive) {
      await portfolio.historyLoaded()
    }
    let wall = WallClock()
    let deadline = wall.now() + .milliseconds(Int64(wait * 1000))
    let stores = portfolios.map(\.session.store)
    for store in stores { store.refresh() }
    while !portfolios.allSatisfy(\.session.isComplete), wall.now() < deadline {
      try await Task.sleep(for: .milliseconds(50))
      for store in stores { store.refresh() }
    }
  }
}

extension HedgeSession {
  /// True when there is nothing more to wait for.
  fileprivate var isComplete: Bool { store.snapshot.isComplete && hasHistory }
}

extension HedgeSnapshot {
  /// True when a verdict on every strategy rests on fresh figures and every feed has said how it fares.
  var isComplete: Bool {
    figures.strategies.allSatisfy(\.netBeta.drift.isFresh) && feeds.allSatisfy(\.isHealthy)
  }
}
