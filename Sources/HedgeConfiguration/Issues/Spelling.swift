/// Finds the name that was probably meant.
enum Spelling {
  /// The candidate closest to `word`, or nil when none is close: at most a third of the letters may differ, or the
  /// one name must begin the other.
  static func suggestion(for word: String, among candidates: some Sequence<String>) -> String? {
    let folded = Array(word.lowercased())
    guard folded.count <= 64 else { return nil }
    var best: (name: String, distance: Int)?
    for candidate in candidates where candidate != word {
      let other = Array(candidate.lowercased())
      let isBeginning =
        min(folded.count, other.count) >= 3 && (other.starts(with: folded) || folded.starts(with: other))
      let limit = max(1, max(folded.count, other.count) / 3)
      let distance = isBeginning ? min(limit, Self.distance(folded, other)) : Self.distance(folded, other)
      if distance <= limit, distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    return best?.name
  }

  /// Letters to insert, delete, replace, or swap with their neighbour to turn one word into the other (optimal string
  /// alignment distance).
  static func distance(_ left: [Character], _ right: [Character]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for (row, letter) in left.enumerated() {
      var current = [row + 1]
      for (column, other) in right.enumerated() {
        var cost = min(last[column + 1] + 1, current[column] + 1, last[column] + (letter == other ? 0 : 1))
        if row > 0, column > 0, letter == right[column - 1], left[row - 1] == other {
          cost = min(cost, beforeLast[column - 1] + 1)
        }
        current.append(cost)
      }
      (beforeLast, last) = (last, current)
    }
    return last[right.count]
  }
}
