import Alerting
import HedgeModel
import HedgeStore
import TerminalCells

/// What has happened, newest first; on demand with the active alerts above it.
struct LogView {
  let context: DrawingContext

  func draw(scroll: Int, showsAlerts: Bool, in area: Rect, on grid: inout Grid) {
    let lines = lines(showsAlerts: showsAlerts, columns: area.columns)
    for (index, line) in lines.dropFirst(max(0, scroll)).prefix(max(0, area.rows)).enumerated() {
      grid.writePhrases(
        line, at: area.origin.offset(rows: index), theme: context.theme, maxColumns: max(0, area.columns))
    }
  }

  /// What there is to say in so many columns; messages that are longer go on below themselves.
  func lines(showsAlerts: Bool, columns: Int) -> [[Phrase]] {
    guard let snapshot = context.snapshot else { return [] }
    let alerts = showsAlerts ? snapshot.alerts.filter(\.isActive).map { line($0, at: snapshot.now) } : []
    let entries = snapshot.log.flatMap { lines($0, columns) }
    let rule = alerts.isEmpty || entries.isEmpty ? [] : [[Phrase("")]]
    let all = alerts + rule + entries
    return all.isEmpty ? [[Phrase("nothing has happened yet", .unknown)]] : all
  }

  private func line(_ alert: Alert, at now: Timestamp) -> [Phrase] {
    let mark = alert.wantsAnswer(at: now) ? "\(context.glyphs.warning) " : "\(context.glyphs.check) "
    let role = AlertBar.role(of: alert.severity)
    let snoozed = alert.isSnoozed(at: now) ? alert.snoozedUntil : nil
    let answer =
      alert.acknowledgedAt.map { "  acknowledged \(ClockText.time($0))" }
      ?? snoozed.map { "  snoozed until \(until($0, now))" } ?? ""
    return [
      Phrase("\(ClockText.time(alert.raisedAt)) ", .label), Phrase(mark + alert.severity.word, role),
      Phrase(" \(alert.message)"), Phrase(answer, .label),
    ]
  }

  private func until(_ instant: Timestamp, _ now: Timestamp) -> String {
    instant.isoDay == now.isoDay ? ClockText.time(instant) : ClockText.dayAndTime(instant)
  }

  private func lines(_ entry: LogEntry, _ columns: Int) -> [[Phrase]] {
    let role: ThemeRole = entry.severity == .info ? .label : AlertBar.role(of: entry.severity)
    let head = [
      Phrase("\(ClockText.time(entry.at)) ", .label), Phrase(entry.severity.word, role),
      Phrase(String(repeating: " ", count: 9 - entry.severity.word.count)),
      Phrase(entry.kind.rawValue.padded(toColumns: 9), .label),
    ]
    let indent = head.reduce(0) { $0 + TextWidth.columns(of: $1.text) }
    let rows = entry.message.wrapped(toColumns: max(20, columns - indent))
    return rows.enumerated().map { index, row in
      (index == 0 ? head : [Phrase(String(repeating: " ", count: indent))]) + [Phrase(row)]
    }
  }
}
