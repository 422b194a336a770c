import HedgeModel

/// The spans a query's answer is made of: how long they are, and which table they are read from.
struct HistoryGrid: Hashable, Sendable {
  /// Milliseconds of one point.
  let spacing: Int64
  /// The number, counted from 1970, of the first point and of the last.
  let points: ClosedRange<Int64>

  /// Lengths of a point that a person can name, in seconds.
  private static let lengths: [Int64] = [
    1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200, 86_400, 172_800, 604_800,
    1_209_600, 2_592_000, 7_776_000, 15_552_000, 31_104_000,
  ]

  /// The finest grid over a span of at most `count` points; nil when the span is empty.
  ///
  /// - Parameters:
  ///   - tier: no point is shorter than a row of this table.
  ///   - every: no point is shorter than this.
  init?(
    since: Timestamp, until: Timestamp, atMost count: Int, notFinerThan tier: HistoryTier = .second,
    every: Duration? = nil
  ) {
    let first = max(0, since.milliseconds)
    guard count > 0, until.milliseconds >= first else { return nil }
    func points(_ spacing: Int64) -> ClosedRange<Int64> { first / spacing...until.milliseconds / spacing }
    let least = max(tier.length, every?.wholeMilliseconds ?? 0)
    let fitting = Self.lengths.first { $0 * 1000 >= least && points($0 * 1000).count <= count }
    spacing = (fitting ?? Self.lengths[Self.lengths.count - 1]) * 1000
    self.points = points(spacing)
  }

  /// The coarsest table whose rows each lie in one point.
  var tier: HistoryTier {
    HistoryTier.allCases.last { $0.length <= spacing && spacing % $0.length == 0 } ?? .second
  }

  /// The instant a point begins at.
  func instant(_ point: Int64) -> Timestamp { Timestamp(milliseconds: point * spacing) }
}
