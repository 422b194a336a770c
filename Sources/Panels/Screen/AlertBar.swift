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
    let open = snapshot.unacknowledgedAlerts
    if let elsewhere = context.state.portfolios?.worstAlertElsewhere,
      open.first.map({ $0.severity < elsewhere.alert.severity }) ?? (elsewhere.alert.severity > .info)
    {
      return draw(
        "\(elsewhere.portfolio): \(elsewhere.alert.message)", elsewhere.alert, snapshot,
        trailing: open.isEmpty ? "o goes there" : "\(open.count) here, o goes there", in: area, on: &grid)
    }
    guard let worst = open.first else {
      grid.fill(area, style: theme.style(.bar))
      grid.writePhrases(
        quiet(snapshot), at: area.origin.offset(columns: 1), theme: theme, maxColumns: max(0, area.columns - 1))
      return
    }
    draw(worst.message, worst, snapshot, trailing: trailing(open.count), in: area, on: &grid)
  }

  /// The whole row in the look of a breach: it cannot be overlooked, with or without colours.
  private func draw(
    _ message: String, _ alert: Alert, _ snapshot: HedgeSnapshot, trailing: String, in area: Rect, on grid: inout Grid
  ) {
    let theme = context.theme
    let role = AlertBar.role(of: alert.severity)
    grid.fill(area, style: theme.style(role))
    let roomy = area.columns >= 60
    let room = area.columns - 2 - (roomy ? trailing.count + 1 : 0)
    grid.write(
      words(message, alert, snapshot), in: Rect(column: area.column + 1, row: area.row, columns: room, rows: 1),
      style: theme.style(role), alignment: .left, ellipsis: context.glyphs.ellipsis)
    if roomy { grid.writeTrailing([Phrase(trailing, role)], in: area.inset(columns: 1, rows: 0), theme: theme) }
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

  private func words(_ message: String, _ alert: Alert, _ snapshot: HedgeSnapshot) -> String {
    // An instant, not a duration: a row that counted seconds would be written anew with every refresh.
    let isToday = snapshot.now.isoDay == alert.raisedAt.isoDay
    let since = isToday ? ClockText.time(alert.raisedAt) : ClockText.dayAndTime(alert.raisedAt)
    let doubt = alert.isUnverified ? " (not verified: its figure is stale)" : ""
    return "\(context.glyphs.warning) \(alert.severity.word)  \(message)\(doubt) since \(since)"
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
