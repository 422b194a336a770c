import GRDB
import HedgeModel

/// Answers a query from the tables of the past.
///
/// It is read from the coarsest table that is fine enough. Where the older rows of fine tables have been dropped, points
/// stand for as long as the rows of the finest table that still reaches back.
struct HistoryReading {
  private let query: HistoryQuery
  private let grid: HistoryGrid
  private let tier: HistoryTier
  private var spans: [Int64: HistorySpan] = [:]

  /// Nil when the query asks for nothing, or for a time of which nothing is kept.
  init?(_ query: HistoryQuery, kept: HistoryExtent) {
    let (since, until) = (max(query.since, kept.first), min(query.until, kept.last))
    let finest = kept.finest(reachingTo: since)
    guard !query.figures.isEmpty,
      let grid = HistoryGrid(
        since: since, until: until, atMost: query.points, notFinerThan: finest, every: query.every)
    else { return nil }
    self.query = query
    self.grid = grid
    tier = kept.reaches(grid.tier, to: since) ? grid.tier : finest
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
    let names = query.figures.map(\.rawValue)
    let bounds = names.flatMap { ["\($0)_low", "\($0)_high"] }
    let sql = """
      SELECT id, \((names + bounds).joined(separator: ", ")) FROM \(tier.table)
      WHERE id >= ? AND id < ? ORDER BY id
      """
    let start = grid.instant(grid.points.lowerBound).milliseconds
    let end = grid.instant(grid.points.upperBound + 1).milliseconds
    let rows = try Row.fetchCursor(
      database.cachedStatement(sql: sql),
      arguments: [
        HistoryRow.id(strategy, start / tier.length), HistoryRow.id(strategy, (end + tier.length - 1) / tier.length),
      ])
    while let row = try rows.next() {
      let point = HistoryRow.slot(row[0]) * tier.length / grid.spacing
      spans[point, default: HistorySpan(count: names.count)].add(HistorySpan(row, columns: names.count, from: 1))
    }
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
