import HedgeAnalytics
import HedgeModel
import HedgeStore

/// Whether a portfolio is being watched: its snapshots go on, and its feeds deliver.
public struct PortfolioHealth: Hashable, Sendable {
  /// What is wrong, a line each; empty when all is well.
  public let faults: [String]

  /// How a portfolio fares.
  ///
  /// - Parameter now: the instant by the clock of the wall.
  public init(_ portfolio: PublishedPortfolio, now: Timestamp) {
    let snapshot = portfolio.snapshot
    let age = now - portfolio.publishedAt
    let name = LabelText.escaped(snapshot.figures.name)
    var faults: [String] = []
    if age > Self.limit(portfolio.interval) {
      faults.append("\(name): the last snapshot is \(age.wholeMilliseconds / 1000) s old")
    }
    faults += snapshot.feeds.filter { !$0.isHealthy }.map { feed in
      "\(name): feed \(LabelText.escaped(feed.name)): \(LabelText.escaped(feed.words))"
    }
    self.faults = faults
  }

  /// How old the newest snapshot may be: three that did not come, and never less than ten seconds.
  static func limit(_ interval: Duration) -> Duration { max(.seconds(10), interval * 3) }
}
