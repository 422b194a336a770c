import Alerting
import FoundationEssentials
import HedgeAnalytics
import HedgeModel
import HedgeStore

/// Builds a snapshot by plain arithmetic from a few numbers, without the store or the analytics: what panels and
/// commands are tested on.
///
///     var builder = SnapshotBuilder.calm
///     builder.legs[0].contracts = -2
///     let snapshot = builder.snapshot
public struct SnapshotBuilder: Sendable {
  /// What is known of the market.
  public enum Condition: Hashable, Sendable {
    /// Everything, now.
    case fresh
    /// Everything, but this long ago.
    case stale(Duration)
    /// Nothing has arrived yet.
    case unknown
  }

  /// The instant of the snapshot.
  public var now = Timestamp(milliseconds: 1_747_656_000_000)
  /// Name of the portfolio.
  public var name = "Sample"
  /// The currency of its values.
  public var currency: Asset = "USD"
  /// Name of its one strategy.
  public var strategyName = "Main"
  /// Spot positions.
  public var holdings: [HoldingSample] = []
  /// Futures legs.
  public var legs: [LegSample] = []
  /// Margin accounts.
  public var accounts: [AccountSample] = []
  /// Why an account has no move that liquidates it; nil for that none does.
  public var unknownMove: UnknownReason?
  /// H.
  public var hedgeRatio = Decimal(string: "0.6") ?? 0
  /// Band of the policy.
  public var band = 0.05
  /// What is known of the market.
  public var condition = Condition.fresh
  /// Samples of the history, one every thirty seconds; 0 for none.
  public var historySamples = 240
  /// Since how long the drift has been outside the band; nil while it is not.
  public var outsideFor: Duration?
  /// Reviews that are due.
  public var dueReviews: [DueReview] = []
  /// Active alerts.
  public var alerts: [Alert] = []
  /// What has happened.
  public var log: [LogEntry] = []
  /// The feeds; nil for the simulated market alone.
  public var feeds: [FeedStatus]?
  /// Accounts compared with their venue's own figures.
  public var reconciliations: [Reconciliation] = []
  /// When accounts were read from their venue.
  public var accountsReadAt: [AccountID: Timestamp] = [:]

  /// A builder of an empty portfolio.
  public init() {}

  /// The snapshot of these numbers.
  public var snapshot: HedgeSnapshot {
    HedgeSnapshot(
      now: now, sequence: 1, figures: figures, feeds: feeds ?? [feed], alerts: alerts, log: log,
      histories: historySamples > 0 ? [strategyName: history] : [:], recentPrices: RecentPrices(closes: recentPrices),
      dueReviews: dueReviews.isEmpty ? [:] : [strategyName: dueReviews],
      decisionLocks: lock.map { [strategyName: $0] } ?? [:], reconciliations: reconciliations,
      accountsReadAt: accountsReadAt)
  }

  /// A number that comes from the feed, as far as it is known.
  func reading<Value>(_ value: Value, _ missing: String = "no price of simulated:BTC yet") -> Reading<Value> {
    switch condition {
    case .fresh: .known(value, Provenance(asOf: now, source: "simulated"))
    case .stale(let age): .known(value, Provenance(asOf: now - age, source: "simulated", isStale: true))
    case .unknown: .unknown(UnknownReason(.notReceived, missing))
    }
  }

  private var lock: String? {
    switch condition {
    case .fresh: nil
    case .stale(let age): "simulated prices are \(age.wholeMilliseconds / 1000) s old"
    case .unknown: "no price of simulated:BTC yet"
    }
  }

  private var feed: FeedStatus {
    let words =
      switch condition {
      case .fresh: "live"
      case .stale(let age): "stale \(age.wholeMilliseconds / 1000) s"
      case .unknown: "connecting"
      }
    return FeedStatus(
      name: "simulated", label: "SIMULATED", isLive: false, isHealthy: condition == .fresh, words: words,
      lastEventAt: condition == .unknown ? nil : now)
  }

  private var recentPrices: [InstrumentID: [Double]] {
    guard condition != .unknown else { return [:] }
    return Dictionary(
      holdings.enumerated().map { index, holding in
        (holding.instrument, Self.wave(60, phase: Double(index)).map { holding.price * (1 + 0.01 * $0) })
      }, uniquingKeysWith: { first, _ in first })
  }

  /// A smooth, unhurried line between −1 and 1 that looks like a market and is the same each time.
  static func wave(_ count: Int, phase: Double) -> [Double] {
    (0..<count).map { index in
      let time = Double(index) / 9 + phase
      // A triangle wave and a faster one: no trigonometry, so that every platform draws the same frame.
      func triangle(_ time: Double) -> Double { 4 * (time - (time + 0.5).rounded(.down)).magnitude - 1 }
      return 0.7 * triangle(time * 0.37) + 0.3 * triangle(time * 1.31)
    }
  }
}
