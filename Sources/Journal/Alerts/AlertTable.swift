import GRDB
import HedgeModel

/// Reads and writes what was told of alerts.
enum AlertTable {
  /// Keeps an event. A NUL would end its text in the database, so it is left out.
  static func insert(_ event: AlertEvent, in database: Database) throws {
    func whole(_ text: String) -> String { text.replacing("\0", with: "") }
    let sql = "INSERT INTO alert_event (at, event, alert, severity, message) VALUES (?, ?, ?, ?, ?)"
    try database.cachedStatement(sql: sql).execute(
      arguments: [
        event.at.milliseconds, event.kind.rawValue, whole(event.alert), whole(event.severity), whole(event.message),
      ])
  }

  /// What was told last of each alert, but for reminders.
  static func last(in database: Database) throws -> [KeptAlert] {
    guard try database.tableExists("alert_event") else { return [] }
    let sql = """
      SELECT alert, severity, event, at FROM alert_event
      WHERE id IN (SELECT max(id) FROM alert_event WHERE event != ? GROUP BY alert)
      """
    return try Row.fetchAll(database, sql: sql, arguments: [AlertEvent.Kind.reminded.rawValue]).map { row in
      KeptAlert(
        id: row["alert"], severity: row["severity"], isOver: row["event"] == AlertEvent.Kind.cleared.rawValue,
        at: Timestamp(milliseconds: row["at"]))
    }
  }

  /// The events of a time, in the order they were told.
  static func events(from since: Timestamp, to until: Timestamp, in database: Database) throws -> [AlertEvent] {
    guard try database.tableExists("alert_event") else { return [] }
    let sql = "SELECT id, at, event, alert, severity, message FROM alert_event WHERE at >= ? AND at <= ? ORDER BY id"
    let rows = try Row.fetchAll(database, sql: sql, arguments: [since.milliseconds, until.milliseconds])
    return try rows.map { row in
      guard let kind = AlertEvent.Kind(rawValue: row["event"]) else {
        throw UnreadableRow(table: "alert event", id: row["id"], column: "event")
      }
      return AlertEvent(
        at: Timestamp(milliseconds: row["at"]), kind: kind, alert: row["alert"], severity: row["severity"],
        message: row["message"])
    }
  }
}
