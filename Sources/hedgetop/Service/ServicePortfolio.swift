import HedgeStore

/// One of the portfolios a service watches: tells the log what changes of it.
@MainActor
final class ServicePortfolio: StoreObserver {
  let portfolio: WatchedPortfolio
  private let log: ServiceLog
  private let published: @MainActor (ServicePortfolio) -> Void
  private var changes = SnapshotChanges()

  /// A portfolio of which nothing has been told.
  ///
  /// - Parameter published: is called after each snapshot.
  init(_ portfolio: WatchedPortfolio, log: ServiceLog, published: @escaping @MainActor (ServicePortfolio) -> Void) {
    self.portfolio = portfolio
    self.log = log
    self.published = published
  }

  /// The newest snapshot.
  var snapshot: HedgeSnapshot { portfolio.session.store.snapshot }

  func storeDidPublish(_ snapshot: HedgeSnapshot) {
    for line in changes.lines(of: snapshot) { log.say(line, of: portfolio.name) }
    published(self)
  }
}
