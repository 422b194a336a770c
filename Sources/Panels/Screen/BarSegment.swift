/// A piece of a bar that is left out when there is no room.
struct BarSegment: Hashable, Sendable {
  /// What it says.
  let phrases: [Phrase]
  /// The highest rank is left out first; 0 stays longest.
  let rank: Int

  init(_ rank: Int, _ phrases: Phrase...) {
    self.phrases = phrases
    self.rank = rank
  }

  init(_ rank: Int, _ phrases: [Phrase]) {
    self.phrases = phrases
    self.rank = rank
  }

  /// The segments that fit side by side in `columns`, `gap` columns between them.
  static func fitting(_ segments: [BarSegment], columns: Int, gap: Int) -> [BarSegment] {
    var kept = segments.filter { !$0.phrases.isEmpty }
    func width() -> Int { kept.reduce(0) { $0 + $1.phrases.columns + gap } - gap }
    while kept.count > 1, width() > columns,
      let last = kept.indices.max(by: { (kept[$0].rank, $0) < (kept[$1].rank, $1) })
    {
      kept.remove(at: last)
    }
    return kept
  }
}
