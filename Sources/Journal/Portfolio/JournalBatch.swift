import GRDB
import HedgeModel

/// What waits to be written, and the connection it is written by.
struct JournalBatch: Sendable {
  /// How often the past of the figures is written.
  static let interval = Duration.seconds(5)
  /// Alert events that wait at most.
  private static let mostAlerts = 10_000
  /// Rows of the past dropped in one step and table.
  private static let pruneStep = 500

  var history = HistoryBook()
  var payments: [LegPayment] = []
  var stamps: [KeptFunding] = []
  /// The past after this is to be forgotten.
  var forgets: Timestamp?
  /// When something was written, or tried, last; in the time of what was written.
  var lastFlush: Timestamp?
  /// The instant of the newest of what waits or was written.
  var newest: Timestamp?
  /// Why nothing could be written at the last try.
  var trouble: JournalError?
  private var alerts: [AlertEvent] = []
  private var connection: DatabaseQueue?
  private var numbers: [String: Int64] = [:]

  /// True when history should be written: also after the clock was set back.
  func isDue(at now: Timestamp) -> Bool {
    lastFlush.map { now - $0 >= Self.interval || now < $0 } ?? true
  }

  /// True when nothing waits.
  var isEmpty: Bool { history.isEmpty && alerts.isEmpty && payments.isEmpty && stamps.isEmpty && forgets == nil }

  /// Adds an alert's event.
  mutating func note(_ alert: AlertEvent) {
    alerts.append(alert)
    if alerts.count > Self.mostAlerts { alerts.removeFirst() }
  }

  /// Closes the connection; the next write opens another.
  mutating func close() {
    try? connection?.close()
    connection = nil
    numbers = [:]
  }

  /// Writes everything in one transaction, then drops a little of what is older than it is kept.
  mutating func write(_ place: JournalWriter.Place, at now: Timestamp) throws {
    let queue = try connection ?? Self.connect(to: place)
    connection = queue
    let waiting = self
    let (written, known) = try place.gate.pass { try queue.write { try waiting.writeAll(into: $0) } }
    history.wrote(written)
    numbers = known
    (alerts, payments, stamps, forgets) = ([], [], [], nil)
    try place.gate.pass { try queue.write { try waiting.prune(known, place.retention, at: now, in: $0) } }
  }

  private func writeAll(into database: Database) throws -> ([HistoryBook.Row], [String: Int64]) {
    if let forgets { try HistoryTable.forget(after: forgets, in: database) }
    for alert in alerts { try AlertTable.insert(alert, in: database) }
    for payment in payments {
      do {
        try FundingTable.insert(payment, in: database)
      } catch is UnrepresentableValue {
        // It will not become writable; the others must not wait for it.
        continue
      }
    }
    for funding in stamps { try FundingStampTable.write(funding, in: database) }
    var known = numbers
    let written = try history.rows.map { row in
      let number = try known[row.strategy] ?? HistoryTable.number(of: row.strategy, in: database)
      known[row.strategy] = number
      return try HistoryTable.write(row, strategy: number, in: database)
    }
    return (written, known)
  }

  private func prune(
    _ numbers: [String: Int64], _ retention: HistoryRetention, at now: Timestamp, in database: Database
  ) throws {
    for number in numbers.values {
      for tier in HistoryTier.allCases {
        let bound = tier.slot(of: now - tier.kept(retention))
        _ = try HistoryTable.prune(tier, strategy: number, before: bound, atMost: Self.pruneStep, in: database)
      }
    }
  }

  private static func connect(to place: JournalWriter.Place) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.label = "journal writer"
    configuration.busyMode = .timeout(5)
    // Few pages wait in the log, so that a decision hardly ever is the one that has to bring them home.
    configuration.prepareDatabase {
      try $0.execute(sql: "PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = 500")
      try place.prepare($0)
    }
    return try DatabaseQueue(path: place.path, configuration: configuration)
  }
}
