import GRDB
import HedgeModel

/// Reads and writes the funding stamps of instruments, and where none of them is missing.
enum FundingStampTable {
  /// Keeps the stamps of an instrument, and in place of the spans that were kept those of now.
  static func write(_ funding: KeptFunding, in database: Database) throws {
    let (venue, symbol) = (funding.instrument.venue, funding.instrument.symbol)
    let sql = "INSERT OR REPLACE INTO funding_stamp (venue, symbol, at, rate, mark) VALUES (?, ?, ?, ?, ?)"
    for stamp in funding.stamps where stamp.rate.isFinite {
      // The shortest text that reads back to the same number is what the venue wrote.
      try database.cachedStatement(sql: sql).execute(
        arguments: [
          venue, symbol, stamp.time.milliseconds, stamp.rate.description, stamp.markPrice.map { $0.description },
        ])
    }
    try database.execute(
      sql: "DELETE FROM funding_span WHERE venue = ? AND symbol = ?", arguments: [venue, symbol])
    for span in funding.spans {
      try database.execute(
        sql: "INSERT OR REPLACE INTO funding_span (venue, symbol, since, until) VALUES (?, ?, ?, ?)",
        arguments: [venue, symbol, span.since.milliseconds, span.until.milliseconds])
    }
  }

  /// What is kept of each instrument, in the order of their names.
  static func kept(in database: Database) throws -> [KeptFunding] {
    guard try database.tableExists("funding_stamp") else { return [] }
    var stamps: [InstrumentID: [FundingStamp]] = [:]
    for row in try Row.fetchAll(database, sql: "SELECT * FROM funding_stamp ORDER BY venue, symbol, at") {
      guard let rate = Double(row["rate"] as String) else {
        throw UnreadableRow(table: "funding stamp", id: row["at"], column: "rate")
      }
      stamps[instrument(row), default: []].append(
        FundingStamp(
          time: Timestamp(milliseconds: row["at"]), rate: rate,
          markPrice: (row["mark"] as String?).flatMap { Double($0) }))
    }
    var spans: [InstrumentID: [FundingSpan]] = [:]
    for row in try Row.fetchAll(database, sql: "SELECT * FROM funding_span ORDER BY venue, symbol, since") {
      spans[instrument(row), default: []].append(
        FundingSpan(since: Timestamp(milliseconds: row["since"]), until: Timestamp(milliseconds: row["until"])))
    }
    return Set(stamps.keys).union(spans.keys).sorted().map {
      KeptFunding($0, stamps: stamps[$0] ?? [], spans: spans[$0] ?? [])
    }
  }

  private static func instrument(_ row: Row) -> InstrumentID {
    InstrumentID(venue: row["venue"], symbol: row["symbol"])
  }
}
