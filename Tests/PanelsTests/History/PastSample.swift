import FoundationEssentials
import HedgeModel
import HedgeStore
import HedgeTestSupport

@testable import Panels

/// A past that looks like one: net beta that wanders and leaves its band twice, a night in which nobody watched, funding
/// that comes and goes, profit by its parts.
struct PastSample {
  var range = HistoryRange.day
  var points = 240
  /// Whether nothing is kept.
  var isEmpty = false
  /// Why it cannot be read; nil while it can.
  var reason: String?

  private var now: Timestamp { SnapshotBuilder.calm.now }
  private var since: Timestamp { now - (range.duration ?? .days(400)) }

  /// The view of it.
  var view: HistoryView {
    HistoryView(
      request: HistoryRequest(strategy: "Main", range: range, points: points), since: since, until: now,
      content: reason.map { .unavailable($0) }
        ?? .series(isEmpty ? .empty : series, decisions: isEmpty ? [] : decisions))
  }

  private var series: HistorySeries {
    let spacing = Duration.milliseconds((now - since).wholeMilliseconds / Int64(points))
    return HistorySeries(
      instants: (0..<points).map { since + spacing * $0 }, spacing: spacing,
      columns: [
        .netBeta: HistorySeries.Column(
          last: values { 0.47 + 0.034 * wave($0, 1.7) }, lowest: values { 0.47 + 0.034 * wave($0, 1.7) - 0.004 },
          highest: values { 0.47 + 0.034 * wave($0, 1.7) + ($0 == points * 2 / 3 ? 0.06 : 0.004) }),
        .target: HistorySeries.Column(values { $0 < points / 3 ? 0.50 : 0.47 }),
        .band: HistorySeries.Column(values { _ in 0.05 }),
        .marginRatio: HistorySeries.Column(values { 0.31 + 0.12 * wave($0, 0.9) + 0.2 * share($0) }),
        .funding: HistorySeries.Column(values { 420 + 300 * share($0) - 90 * wave($0, 0.4) }),
        .profit: HistorySeries.Column(values { 1200 * share($0) + 900 * wave($0, 2.2) }),
        .profitBeta: HistorySeries.Column(values { 700 * wave($0, 2.2) }),
        .profitAlpha: HistorySeries.Column(values { 900 * share($0) + 200 * wave($0, 2.2) }),
        .profitBasis: HistorySeries.Column(values { -120 * share($0) }),
        .profitFunding: HistorySeries.Column(values { 460 * share($0) }),
        .profitFees: HistorySeries.Column(values { $0 < points / 3 ? 0 : -40 }),
        .profitSlippage: HistorySeries.Column(values { _ in 0 }),
        .profitCollateral: HistorySeries.Column(values { 60 * wave($0, 3) }),
      ])
  }

  /// Nothing of the night, a fifth of the time long.
  private func values(_ value: (Int) -> Double) -> [Double?] {
    (0..<points).map { (points * 2 / 5..<points * 3 / 5).contains($0) ? nil : value($0) }
  }

  private func share(_ index: Int) -> Double { Double(index) / Double(points) }

  /// Between −1 and 1, of straight lines.
  private func wave(_ index: Int, _ phase: Double) -> Double {
    func triangle(_ time: Double) -> Double { 4 * (time - (time + 0.5).rounded(.down)).magnitude - 1 }
    let time = share(index) * 3 + phase
    return 0.7 * triangle(time) + 0.3 * triangle(time * 4.3)
  }

  private var decisions: [Decision] {
    func at(_ share: Double) -> Timestamp { since + (now - since) * share }
    return [
      Decision(id: 1, at: at(0.2), strategy: "Main", change: .review),
      Decision(
        id: 2, at: at(0.33), strategy: "Main",
        change: .hedgeRatio(old: Decimal(exactly: "0.55") ?? 0, new: Decimal(exactly: "0.6") ?? 0)),
      Decision(id: 3, at: at(0.7), strategy: "Main", change: .acknowledgement(alert: "drift/Main")),
      Decision(id: 4, at: at(0.9), strategy: "Main", change: .undo(id: 2)),
    ]
  }
}

extension PastSample {
  /// A screen of it.
  func driver(_ builder: SnapshotBuilder = .calm) -> ScreenDriver {
    var driver = ScreenDriver(builder.snapshot)
    driver.screen = Screen()
    driver.state.page = .history
    driver.state.focus = .pastBeta
    driver.state.historyRange = range
    driver.state.history = view
    return driver
  }
}
