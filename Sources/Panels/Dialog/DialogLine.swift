/// A line of a dialog, left out when there is no room.
struct DialogLine: Hashable {
  /// What it says.
  let phrases: [Phrase]
  /// The highest rank is left out first; 0 stays.
  let rank: Int

  init(_ phrases: [Phrase] = [], rank: Int = 0) {
    self.phrases = phrases
    self.rank = rank
  }

  /// Air between two parts.
  static let blank = DialogLine(rank: 9)

  /// The lines that fit, the last of the highest rank left out first.
  static func fitting(_ lines: [DialogLine], rows: Int) -> [DialogLine] {
    var kept = lines
    while kept.count > max(0, rows),
      let last = kept.indices.max(by: { (kept[$0].rank, $0) < (kept[$1].rank, $1) })
    {
      kept.remove(at: last)
    }
    return kept
  }
}
