import Alerting
import HedgeModel
import HedgeStore
import TerminalCells

/// What has happened, newest first; on demand with the active alerts above it.
struct LogView {
  let context: DrawingContext

  /// The newest entries, as many as there is room for.
  func draw(in area: Rect, on grid: inout Grid) {
    guard let snapshot = context.snapshot else { return }
    let rows = max(0, area.rows)
    let newest = Array(snapshot.log.lazy.flatMap { lines($0, area.columns) }.prefix(rows))
    let shown = newest.isEmpty ? [Self.nothing] : newest
    for (index, line) in shown.prefix(rows).enumerated() {
      grid.writePhrases(
        line, at: area.origin.offset(rows: index), theme: context.theme, maxColumns: max(0, area.columns))
    }
  }

  /// The active alerts and all entries in so many columns; messages that are longer go on below themselves.
  func lines(columns: Int) -> [[Phrase]] {
    guard let snapshot = context.snapshot else { return [] }
    let alerts = snapshot.alerts.filter(\.isActive).flatMap { lines($0, at: snapshot.now, columns) }
    let entries = snapshot.log.flatMap { lines($0, columns) }
    let rule = alerts.isEmpty || entries.isEmpty ? [] : [[Phrase("")]]
    let all = alerts + rule + entries
    return all.isEmpty ? [Self.nothing] : all
  }

  private static let nothing = [Phrase("nothing has happened yet", .unknown)]

  private func lines(_ alert: Alert, at now: Timestamp, _ columns: Int) -> [[Phrase]] {
    let mark = alert.wantsAnswer(at: now) ? "\(context.glyphs.warning) " : "\(context.glyphs.check) "
    let snoozed = alert.isSnoozed(at: now) ? alert.snoozedUntil : nil
    let answer =
      alert.acknowledgedAt.map { "acknowledged \(ClockText.time($0))" }
      ?? snoozed.map { "snoozed until \(until($0, now))" }
    let head = [
      Phrase("\(ClockText.time(alert.raisedAt)) ", .label),
      Phrase(mark + alert.severity.word, AlertBar.role(of: alert.severity)), Phrase(" "),
    ]
    return rows(head, alert.message, columns) + (answer.map { [[indent(head), Phrase($0, .label)]] } ?? [])
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
    return rows(head, entry.message, columns)
  }

  /// What begins with `head` and says `message`, in as many rows as that takes.
  private func rows(_ head: [Phrase], _ message: String, _ columns: Int) -> [[Phrase]] {
    let indent = indent(head)
    let room = max(20, columns - TextWidth.columns(of: indent.text))
    return message.wrapped(toColumns: room).enumerated().map { index, row in
      (index == 0 ? head : [indent]) + [Phrase(row)]
    }
  }

  private func indent(_ head: [Phrase]) -> Phrase {
    Phrase(String(repeating: " ", count: head.reduce(0) { $0 + TextWidth.columns(of: $1.text) }))
  }
}
