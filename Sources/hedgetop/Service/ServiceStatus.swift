import Alerting
import HedgeAnalytics
import HedgeStore

/// How a service fares in one line without figures, so that it changes only when something has: `Core in band, 2 of 2
/// feeds live, 1 screen attached`.
enum ServiceStatus {
  /// The line of one portfolio or of several.
  static func words(_ snapshots: [HedgeSnapshot], screens: Int) -> String {
    let parts = snapshots.map { snapshots.count > 1 ? "\($0.figures.name): \(words($0))" : words($0) }
    let attached = screens > 0 ? ["\(screens) screen\(screens == 1 ? "" : "s") attached"] : []
    return (parts + attached).joined(separator: snapshots.count > 1 ? "; " : ", ")
  }

  private static func words(_ snapshot: HedgeSnapshot) -> String {
    let strategies = snapshot.figures.strategies.map { "\($0.name) \($0.netBeta.verdict.logWord)" }
    let healthy = snapshot.feeds.count(where: \.isHealthy)
    var parts = strategies + ["\(healthy) of \(snapshot.feeds.count) feeds live"]
    let unseen = snapshot.alerts.count { $0.clearedAt == nil && $0.acknowledgedAt == nil }
    if unseen > 0 { parts.append("\(unseen) alert\(unseen == 1 ? "" : "s") not acknowledged") }
    return parts.joined(separator: ", ")
  }
}
