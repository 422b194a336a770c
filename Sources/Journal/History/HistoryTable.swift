import GRDB
import HedgeModel

/// Reads and writes the tables of the past.
enum HistoryTable {
  private static let names = HistoryFigure.allCases.map(\.rawValue)
  private static let columns = names + names.flatMap { ["\($0)_low", "\($0)_high"] }
  private static let list = columns.joined(separator: ", ")
  private static let marks = Array(repeating: "?", count: columns.count + 1).joined(separator: ", ")

  /// The number of a strategy; it gets one when it has none.
  static func number(of strategy: String, in database: Database) throws -> Int64 {
    if let known = try knownNumber(of: strategy, in: database) { return known }
    try database.execute(sql: "INSERT INTO strategy (name) VALUES (?)", arguments: [strategy])
    return database.lastInsertedRowID
  }

  /// The number of a strategy; nil when nothing is kept of it.
  static func knownNumber(of strategy: String, in database: Database) throws -> Int64? {
    try Int64.fetchOne(
      database.cachedStatement(sql: "SELECT id FROM strategy WHERE name = ?"), arguments: [strategy])
  }

  /// Writes a row, added to what the table holds of its span where it may hold something.
  ///
  /// - Returns: the row as it stands now.
  static func write(_ row: HistoryBook.Row, strategy: Int64, in database: Database) throws -> HistoryBook.Row {
    let id = HistoryRow.id(strategy, row.slot)
    var whole = row
    if row.continues, var kept = try span(id, row.tier, in: database) {
      kept.add(row.span)
      whole.span = kept
    }
    let sql = "INSERT OR REPLACE INTO \(row.tier.table) (id, \(list)) VALUES (\(marks))"
    try database.cachedStatement(sql: sql).execute(arguments: arguments(id, whole.span))
    return whole
  }

  /// Deletes some of the oldest rows of a strategy before `slot`.
  ///
  /// - Returns: how many.
  static func prune(
    _ tier: HistoryTier, strategy: Int64, before slot: Int64, atMost count: Int, in database: Database
  ) throws -> Int {
    let sql = """
      DELETE FROM \(tier.table) WHERE id IN
        (SELECT id FROM \(tier.table) WHERE id >= ? AND id < ? ORDER BY id LIMIT ?)
      """
    try database.cachedStatement(sql: sql).execute(
      arguments: [HistoryRow.id(strategy, 0), HistoryRow.id(strategy, max(0, slot)), count])
    return database.changesCount
  }

  /// Deletes every row of spans that begin after `instant`.
  static func forget(after instant: Timestamp, in database: Database) throws {
    for number in try Int64.fetchAll(database, sql: "SELECT id FROM strategy") {
      for tier in HistoryTier.allCases {
        let first = HistoryRow.id(number, max(0, tier.slot(of: instant) + 1))
        try database.execute(
          sql: "DELETE FROM \(tier.table) WHERE id >= ? AND id < ?", arguments: [first, HistoryRow.id(number + 1, 0)])
      }
    }
  }

  private static func span(_ id: Int64, _ tier: HistoryTier, in database: Database) throws -> HistorySpan? {
    let sql = "SELECT \(list) FROM \(tier.table) WHERE id = ?"
    guard let row = try Row.fetchOne(database.cachedStatement(sql: sql), arguments: [id]) else { return nil }
    var span = HistorySpan()
    span.add(HistorySpan(row, columns: names.count))
    return span
  }

  /// Bounds that equal the last value are left out: most do, and a null takes one byte.
  private static func arguments(_ id: Int64, _ span: HistorySpan) -> StatementArguments {
    var values: [DatabaseValue] = [id.databaseValue]
    values.reserveCapacity(columns.count + 1)
    for last in span.last { values.append(last.databaseValue) }
    for index in span.last.indices {
      for bound in [span.lowest[index], span.highest[index]] {
        values.append(bound == span.last[index] ? .null : bound.databaseValue)
      }
    }
    return StatementArguments(values)
  }
}

extension HistorySpan {
  /// The span of a row: `count` last values, then the bounds of each.
  init(_ row: Row, columns count: Int, from first: Int = 0) {
    let last = (0..<count).map { row[first + $0] as Double? }
    func bounds(_ side: Int) -> [Double?] {
      (0..<count).map { row[first + count + 2 * $0 + side] as Double? ?? last[$0] }
    }
    self.init(last: last, lowest: bounds(0), highest: bounds(1))
  }
}
