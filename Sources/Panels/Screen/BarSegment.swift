/// A piece of a bar that is left out when there is no room.
struct BarSegment: Hashable, Sendable {
  /// What it says.
  let phrases: [Phrase]
  /// The highest rank is left out first; 0 stays.
  let rank: Int

  init(_ rank: Int, _ phrases: Phrase...) {
    self.phrases = phrases
    self.rank = rank
  }

  init(_ rank: Int, _ phrases: [Phrase]) {
    self.phrases = phrases
    self.rank = rank
  }

  /// The segments that fit side by side in `columns`, `gap` columns between them: the low ranks first, then whatever
  /// the rest leaves room for. Those of rank 0 stay in any case.
  static func fitting(_ segments: [BarSegment], columns: Int, gap: Int) -> [BarSegment] {
    var room = columns + gap
    var kept: Set<Int> = []
    let order = segments.indices.filter { !segments[$0].phrases.isEmpty }
      .sorted { (segments[$0].rank, $0) < (segments[$1].rank, $1) }
    for index in order {
      let width = segments[index].phrases.columns + gap
      guard width <= room || segments[index].rank == 0 else { continue }
      room -= width
      kept.insert(index)
    }
    return segments.indices.filter(kept.contains).map { segments[$0] }
  }
}
