import GRDB
import HedgeModel

/// Answers a query from the tables of the past.
///
/// The newest part is read from the coarsest table that is fine enough; where that begins later than the query because
/// its older rows have been dropped, the part before is read from the next coarser table, whose rows stand for longer.
struct HistoryReading {
  private let query: HistoryQuery
  private let grid: HistoryGrid
  private var spans: [Int64: HistorySpan] = [:]

  /// Nil when the query asks for nothing, or for a time of which nothing is kept.
  init?(_ query: HistoryQuery, kept: HistoryExtent) {
    let (since, until) = (max(query.since, kept.first), min(query.until, kept.last))
    guard !query.figures.isEmpty,
      let grid = HistoryGrid(
        since: since, until: until, atMost: query.points, notFinerThan: kept.finest(reachingTo: since),
        every: query.every)
    else { return nil }
    self.query = query
    self.grid = grid
  }

  /// The answer; empty where nothing is kept.
  static func series(_ query: HistoryQuery, in database: Database) throws -> HistorySeries {
    guard try database.tableExists("strategy"),
      let strategy = try HistoryTable.knownNumber(of: query.strategy, in: database),
      let kept = try HistoryExtent(of: strategy, in: database), var reading = HistoryReading(query, kept: kept)
    else { return .empty }
    try reading.read(strategy, in: database)
    return reading.series
  }

  private mutating func read(_ strategy: Int64, in database: Database) throws {
    var end = grid.instant(grid.points.upperBound + 1).milliseconds
    let start = grid.instant(grid.points.lowerBound).milliseconds
    for tier in HistoryTier.allCases where tier.rawValue >= grid.tier.rawValue && end > start {
      let first = try read(tier, strategy, from: start, to: end, in: database)
      if let first { end = min(end, first) }
    }
  }

  /// Reads the rows of spans that begin before `end`.
  ///
  /// - Returns: when the first of them begins, in milliseconds; nil when there is none.
  private mutating func read(
    _ tier: HistoryTier, _ strategy: Int64, from start: Int64, to end: Int64, in database: Database
  ) throws -> Int64? {
    let names = query.figures.map(\.rawValue)
    let bounds = names.flatMap { ["\($0)_low", "\($0)_high"] }
    let sql = """
      SELECT id, \((names + bounds).joined(separator: ", ")) FROM \(tier.table)
      WHERE id >= ? AND id < ? ORDER BY id
      """
    let rows = try Row.fetchCursor(
      database.cachedStatement(sql: sql),
      arguments: [
        HistoryRow.id(strategy, start / tier.length), HistoryRow.id(strategy, (end + tier.length - 1) / tier.length),
      ])
    var first: Int64?
    var older: [Int64: HistorySpan] = [:]
    while let row = try rows.next() {
      let begin = HistoryRow.slot(row[0]) * tier.length
      first = first ?? begin
      let span = HistorySpan(row, columns: names.count, from: 1)
      older[begin / grid.spacing, default: HistorySpan(count: names.count)].add(span)
    }
    // What was read before is of later instants.
    spans.merge(older) { later, earlier in
      var both = earlier
      both.add(later)
      return both
    }
    return first
  }

  private var series: HistorySeries {
    guard let first = spans.keys.min(), let last = spans.keys.max() else { return .empty }
    let points = Array(first...last)
    let found = points.map { spans[$0] }
    let columns = query.figures.enumerated().map { place, figure in
      (
        figure,
        HistorySeries.Column(
          last: found.map { $0?.last[place] ?? nil }, lowest: found.map { $0?.lowest[place] ?? nil },
          highest: found.map { $0?.highest[place] ?? nil })
      )
    }
    return HistorySeries(
      instants: points.map(grid.instant), spacing: .milliseconds(grid.spacing),
      columns: Dictionary(columns) { first, _ in first })
  }
}
