import HedgeModel

/// The spans of the past that are being filled, and those that wait to be written.
///
/// A value that is told samples and hands out rows. Each sample goes into the span of every tier it lies in; a row is
/// written anew as its span fills, so what is written is never further behind than the samples not yet handed out, and
/// no table has to be made from another.
struct HistoryBook: Sendable {
  /// A row to be written.
  struct Row: Hashable, Sendable {
    let strategy: String
    let tier: HistoryTier
    let slot: Int64
    var span: HistorySpan
    /// True when the table may hold a part of this span already, from an earlier start of the program.
    var continues: Bool
  }

  private struct Open: Sendable {
    var row: Row
    var isWritten = false
  }

  private struct Key: Hashable, Sendable {
    let strategy: String
    let tier: HistoryTier
  }

  /// Closed rows that wait at most, about an hour of seconds of a few strategies: where nothing can be written for
  /// longer, the oldest are dropped.
  let capacity: Int
  /// Rows dropped so far.
  private(set) var dropped = 0
  private var open: [Key: Open] = [:]
  private var closed: [Row] = []

  init(capacity: Int = 14_400) {
    self.capacity = capacity
  }

  /// True when nothing waits.
  var isEmpty: Bool { closed.isEmpty && open.values.allSatisfy(\.isWritten) }

  /// Takes a sample.
  mutating func add(_ sample: HistorySample) {
    let values = HistorySpan(sample.values)
    for tier in HistoryTier.allCases {
      let slot = tier.slot(of: sample.at)
      guard HistoryRow.isValid(slot) else { return }
      let key = Key(strategy: sample.strategy, tier: tier)
      let before = open[key]
      if before?.row.slot == slot {
        open[key]?.row.span.add(values)
        open[key]?.isWritten = false
        continue
      }
      if let before, !before.isWritten { close(before.row) }
      let continues = before.map { slot <= $0.row.slot } ?? true
      open[key] = Open(
        row: Row(strategy: sample.strategy, tier: tier, slot: slot, span: values, continues: continues))
    }
  }

  /// Everything that is to be written; a row is there once.
  var rows: [Row] { closed + open.values.filter { !$0.isWritten }.map(\.row) }

  /// These rows have been written, merged with what their tables held; what was added since waits on.
  mutating func wrote(_ rows: [Row]) {
    closed = []
    for row in rows {
      let key = Key(strategy: row.strategy, tier: row.tier)
      guard open[key]?.row.slot == row.slot else { continue }
      open[key]?.row = row
      open[key]?.row.continues = false
      open[key]?.isWritten = true
    }
  }

  private mutating func close(_ row: Row) {
    closed.append(row)
    if closed.count > capacity {
      dropped += closed.count - capacity
      closed.removeFirst(closed.count - capacity)
    }
  }
}
