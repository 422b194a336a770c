import Alerting
import HedgeAnalytics
import HedgeModel
import HedgeStore
import TerminalCells

/// The second row: the worst alert nobody has acknowledged, or what else wants a look, or that all is well.
struct AlertBar {
  let context: DrawingContext

  func draw(in area: Rect, on grid: inout Grid) {
    let theme = context.theme
    guard let snapshot = context.snapshot else {
      grid.fill(area, style: theme.style(.bar))
      return
    }
    let open = AlertBar.unacknowledged(snapshot)
    guard let worst = open.first else {
      grid.fill(area, style: theme.style(.bar))
      grid.writePhrases(
        quiet(snapshot), at: area.origin.offset(columns: 1), theme: theme, maxColumns: max(0, area.columns - 1))
      return
    }
    let role = AlertBar.role(of: worst.severity)
    // The whole row in the look of a breach: it cannot be overlooked, with or without colours.
    grid.fill(area, style: theme.style(role))
    let trailing = trailing(open.count)
    let roomy = area.columns >= 60
    let room = area.columns - 2 - (roomy ? trailing.count + 1 : 0)
    grid.write(
      words(worst, snapshot), in: Rect(column: area.column + 1, row: area.row, columns: room, rows: 1),
      style: theme.style(role), alignment: .left, ellipsis: context.glyphs.ellipsis)
    if roomy { grid.writeTrailing([Phrase(trailing, role)], in: area.inset(columns: 1, rows: 0), theme: theme) }
  }

  /// Active alerts that are neither acknowledged nor snoozed, the worst first.
  static func unacknowledged(_ snapshot: HedgeSnapshot) -> [Alert] {
    let open = snapshot.alerts.filter { $0.wantsAnswer(at: snapshot.now) }
    return open.enumerated().sorted { ($1.element.severity, $0.offset) < ($0.element.severity, $1.offset) }
      .map(\.element)
  }

  /// `2 acknowledged, 1 snoozed`; empty when no alert is active.
  static func answered(_ snapshot: HedgeSnapshot) -> String {
    let active = snapshot.alerts.filter(\.isActive)
    let snoozed = active.count { $0.acknowledgedAt == nil && $0.isSnoozed(at: snapshot.now) }
    let acknowledged = active.count { $0.acknowledgedAt != nil }
    return [(acknowledged, "acknowledged"), (snoozed, "snoozed")].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
      .joined(separator: ", ")
  }

  static func role(of severity: Alert.Severity) -> ThemeRole {
    switch severity {
    case .info: .text
    case .warning: .warning
    case .critical: .breach
    }
  }

  private func words(_ alert: Alert, _ snapshot: HedgeSnapshot) -> String {
    // An instant, not a duration: a row that counted seconds would be written anew with every refresh.
    let isToday = snapshot.now.isoDay == alert.raisedAt.isoDay
    let since = isToday ? ClockText.time(alert.raisedAt) : ClockText.dayAndTime(alert.raisedAt)
    let doubt = alert.isUnverified ? " (not verified: its figure is stale)" : ""
    return "\(context.glyphs.warning) \(alert.severity.word)  \(alert.message)\(doubt) since \(since)"
  }

  private func trailing(_ count: Int) -> String {
    count > 1 ? "+\(count - 1) more, a acknowledges" : "a acknowledges"
  }

  private func quiet(_ snapshot: HedgeSnapshot) -> [Phrase] {
    let glyphs = context.glyphs
    let strategies = snapshot.figures.strategies
    guard !strategies.isEmpty else { return [Phrase("no strategy", .unknown)] }
    let name = strategies[Screen.strategyIndex(context.state, snapshot)].name
    if let lock = snapshot.decisionLocks[name] {
      return [Phrase("\(glyphs.warning) no decisions: ", .warning), Phrase(lock, .stale)]
    }
    if let due = snapshot.dueReviews[name], !due.isEmpty {
      return [Phrase("\(glyphs.warning) review due: ", .warning), Phrase(reviews(due, snapshot)), Phrase("  r", .key)]
    }
    let answered = AlertBar.answered(snapshot)
    return answered.isEmpty
      ? [Phrase("\(glyphs.check) no alerts", .calm)]
      : [Phrase("\(glyphs.hollowBullet) \(answered), still active", .warning), Phrase("  l", .key)]
  }

  private func reviews(_ due: [DueReview], _ snapshot: HedgeSnapshot) -> String {
    let format = context.format
    return due.map { format.words($0, benchmark: "benchmark") }.joined(separator: format.separator)
  }
}
