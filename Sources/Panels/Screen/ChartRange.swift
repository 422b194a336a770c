/// How much history the charts show.
struct ChartRange: Hashable, Sendable {
  /// Samples counted back from now; nil for all.
  let samples: Int?

  /// The ranges `[` and `]` go through, from all to the shortest.
  static let all = [nil, 3600, 1200, 600, 300, 120, 60].map { ChartRange(samples: $0) }

  /// The range at an index kept within the table.
  static func at(_ index: Int) -> ChartRange { all[min(max(0, index), all.count - 1)] }

  /// `all history`, `last 600 samples`.
  var words: String { samples.map { "last \($0) samples" } ?? "all history" }
}
