import HedgeAnalytics
import SeededRandom
import Testing

@Suite struct DendrogramTests {
  static let five: [[Double]] = [
    [1, 0.9, 0.2, 0.3, 0.1], [0.9, 1, 0.25, 0.35, 0.05], [0.2, 0.25, 1, 0.8, 0.4], [0.3, 0.35, 0.8, 1, 0.45],
    [0.1, 0.05, 0.4, 0.45, 1],
  ]

  /// Twelve series, several of them equally far apart.
  static func twelve(_ row: Int, _ column: Int) -> Double {
    let (i, j) = (max(row, column), min(row, column))
    let number: Int = i * 7 + j * 13 + i * j * 5
    return Double(number % 41) / 41
  }

  @Test(
    "merges, heights and order of five series as scipy has them",
    arguments: [
      (Dendrogram.Distance.difference, [0.1, 0.2, 0.575, 0.7916666666666666]),
      (.euclidean, [0.44721359549995787, 0.6324555320336758, 1.072126981590242, 1.2555154964811497]),
    ])
  func five(distance: Dendrogram.Distance, heights: [Double]) {
    let tree = Dendrogram(count: 5) { distance(Self.five[$0][$1]) }
    #expect(tree.merges.map(\.first) == [0, 2, 4, 5] && tree.merges.map(\.second) == [1, 3, 6, 7])
    #expect(tree.merges.map(\.size) == [2, 2, 3, 5])
    for (merge, height) in zip(tree.merges, heights) { #expect(isClose(merge.height, height, 1e-13)) }
    #expect(tree.order == [0, 1, 4, 2, 3])
  }

  @Test("twelve series with ties as scipy has them")
  func ties() {
    let tree = Dendrogram(count: 12) { 1 - Self.twelve($0, $1) }
    let expected: [(Int, Int, Double, Int)] = [
      (1, 9, 0.04878048780487809, 2), (2, 8, 0.04878048780487809, 2), (6, 10, 0.07317073170731703, 2),
      (0, 11, 0.12195121951219512, 2), (4, 7, 0.12195121951219512, 2), (5, 13, 0.23170731707317077, 3),
      (12, 17, 0.3048780487804878, 5), (3, 15, 0.3170731707317073, 3), (18, 19, 0.5430894308943088, 8),
      (14, 16, 0.5609756097560976, 4), (20, 21, 0.6364329268292683, 12),
    ]
    for (merge, wanted) in zip(tree.merges, expected) {
      #expect((merge.first, merge.second, merge.size) == (wanted.0, wanted.1, wanted.3), "\(merge)")
      #expect(isClose(merge.height, wanted.2, 1e-13))
    }
    #expect(tree.order == [1, 9, 5, 2, 8, 3, 0, 11, 6, 10, 4, 7])
  }

  /// Joins the two clusters of the smallest mean distance, again and again, by their definition.
  static func plainHeights(_ count: Int, _ distance: (Int, Int) -> Double) -> [Double] {
    var clusters = (0..<count).map { [$0] }
    return (1..<count).map { _ in
      var best = (0, 1, Double.infinity)
      for left in clusters.indices {
        for right in clusters.indices where right > left {
          let between = clusters[left].flatMap { a in clusters[right].map { distance(a, $0) } }
          let mean = between.reduce(0, +) / Double(between.count)
          if mean < best.2 { best = (left, right, mean) }
        }
      }
      clusters[best.0] += clusters.remove(at: best.1)
      return best.2
    }
  }

  @Test("the heights are those of joining the closest clusters by their mean distance", arguments: 1...8)
  func definition(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let points = (0..<25).map { _ in (generator.uniform(0...1), generator.uniform(0...1)) }
    func distance(_ a: Int, _ b: Int) -> Double {
      let (x, y) = (points[a].0 - points[b].0, points[a].1 - points[b].1)
      return (x * x + y * y).squareRoot()
    }
    let tree = Dendrogram(count: 25, distance: distance)
    for (merge, height) in zip(tree.merges, Self.plainHeights(25, distance)) {
      #expect(isClose(merge.height, height, 1e-12), "seed \(seed)")
    }
    #expect(tree.order.sorted() == Array(0..<25))
  }

  @Test("two groups mixed in a matrix stand together in its order; series without correlations come last")
  func order() {
    var generator = SeededGenerator(seed: 2)
    let factors = (0..<2).map { _ in (0..<60).map { _ in generator.normal() } }
    var rows = (0..<12).map { series in factors[series % 2].map { $0 + 0.3 * generator.normal() } }
    rows[3] = [Double](repeating: .nan, count: 60)
    rows[8] = [Double](repeating: 0.5, count: 60)
    let matrix = CorrelationComputation.compute(returns: rows.flatMap { $0 }, seriesCount: 12, length: 60)
    let order = matrix.clusteredOrder()
    #expect(Array(order.suffix(2)) == [3, 8] && order.sorted() == Array(0..<12))
    let parities = order.dropLast(2).map { $0 % 2 }
    #expect(zip(parities, parities.dropFirst()).count { $0 != $1 } == 1, "\(order)")
    #expect(matrix.dendrogram().series.count == 10)
  }

  @Test("no series and one series have an order too")
  func trivial() {
    #expect(Dendrogram(count: 0) { _, _ in 0 }.order == [])
    #expect(Dendrogram(count: 1) { _, _ in 0 }.order == [0])
  }
}
