import GRDB
import HedgeModel

/// How far back the tables of the past reach for one strategy.
struct HistoryExtent {
  /// When the first row of each table begins, finest table first.
  private let firsts: [(tier: HistoryTier, begin: Int64)]
  /// The first instant of which anything is kept, as exactly as the tables tell it.
  let first: Timestamp
  /// The last instant of which anything is kept.
  let last: Timestamp

  /// Nil when nothing is kept.
  init?(of strategy: Int64, in database: Database) throws {
    var firsts: [(tier: HistoryTier, begin: Int64)] = []
    var last: Timestamp?
    for tier in HistoryTier.allCases {
      let bounds = try Row.fetchOne(
        database,
        sql: """
          SELECT (SELECT id FROM \(tier.table) WHERE id >= :low AND id < :high ORDER BY id LIMIT 1),
            (SELECT id FROM \(tier.table) WHERE id >= :low AND id < :high ORDER BY id DESC LIMIT 1)
          """, arguments: ["low": HistoryRow.id(strategy, 0), "high": HistoryRow.id(strategy + 1, 0)])
      guard let bounds, let low = bounds[0] as Int64?, let high = bounds[1] as Int64? else { continue }
      firsts.append((tier, HistoryRow.slot(low) * tier.length))
      // A coarser row ends later than what is in it.
      last = last ?? Timestamp(milliseconds: (HistoryRow.slot(high) + 1) * tier.length - 1)
    }
    guard let coarsest = firsts.last, let last else { return nil }
    var begin = coarsest
    // A finer table that begins within the first row of a coarser one has lost nothing: it tells the beginning better.
    for finer in firsts.reversed() where finer.begin < begin.begin + begin.tier.length {
      begin = (finer.tier, max(finer.begin, begin.begin))
    }
    self.firsts = firsts
    self.last = last
    first = Timestamp(milliseconds: begin.begin)
  }

  /// True when a table has rows from `instant` on.
  func reaches(_ tier: HistoryTier, to instant: Timestamp) -> Bool {
    firsts.contains { $0.tier == tier && $0.begin <= instant.milliseconds }
  }

  /// The finest table that has rows from `instant` on.
  func finest(reachingTo instant: Timestamp) -> HistoryTier {
    firsts.first { $0.begin <= instant.milliseconds }?.tier ?? .day
  }
}
