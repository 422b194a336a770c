import Alerting
import HedgeAnalytics
import HedgeModel
import HedgeStore
import Panels

/// What a snapshot says that the one before did not, as lines of a log: entries of the store's own log, and verdicts and
/// feeds that have changed.
///
/// A value without a clock: the same snapshots give the same lines.
struct SnapshotChanges {
  private var log = LogTail()
  private var verdicts: [String: NetBetaFigures.Verdict] = [:]
  private var feeds: [String: Bool] = [:]

  /// The lines of a snapshot, in order; none while nothing has changed.
  mutating func lines(of snapshot: HedgeSnapshot) -> [ServiceLogLine] {
    let marketTime = snapshot.feeds.contains(where: \.isLive) ? nil : snapshot.now
    let entries = log.take(snapshot.log).map { entry in
      ServiceLogLine(
        entry.kind.rawValue, Self.level(of: entry), entry.message, marketTime: marketTime == nil ? nil : entry.at)
    }
    return entries + feedLines(snapshot, marketTime) + verdictLines(snapshot, marketTime)
  }

  private mutating func feedLines(_ snapshot: HedgeSnapshot, _ marketTime: Timestamp?) -> [ServiceLogLine] {
    let known = feeds
    feeds = Dictionary(snapshot.feeds.map { ($0.name, $0.isHealthy) }) { first, _ in first }
    return snapshot.feeds.filter { known[$0.name] != $0.isHealthy }.map { feed in
      // A feed that has not begun to tell is no fault yet.
      let level: ServiceLogLine.Level = feed.isHealthy || known[feed.name] == nil ? .info : .warning
      return ServiceLogLine("feed", level, "\(feed.name): \(feed.words)", marketTime: marketTime)
    }
  }

  private mutating func verdictLines(_ snapshot: HedgeSnapshot, _ marketTime: Timestamp?) -> [ServiceLogLine] {
    let known = verdicts
    let strategies = snapshot.figures.strategies
    verdicts = Dictionary(strategies.map { ($0.name, $0.netBeta.verdict) }) { first, _ in first }
    return strategies.filter { known[$0.name]?.logWord != $0.netBeta.verdict.logWord }.map { strategy in
      let level: ServiceLogLine.Level =
        switch strategy.netBeta.verdict {
        case .inBand: .info
        case .breach: .warning
        case .stale, .unknown: known[strategy.name] == nil ? .info : .warning
        }
      return ServiceLogLine(
        "verdict", level, VerdictLine.text(strategy, at: snapshot.now), marketTime: marketTime)
    }
  }

  private static func level(of entry: LogEntry) -> ServiceLogLine.Level {
    switch entry.severity {
    case .info: .info
    case .warning: .warning
    case .critical: .critical
    }
  }
}
