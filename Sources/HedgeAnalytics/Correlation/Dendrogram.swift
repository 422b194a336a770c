/// Series joined step by step, the closest first: average linkage on a distance of correlations.
///
/// The clusters are those of the unweighted pair-group method (UPGMA), found by chains of nearest neighbours in O(n²).
public struct Dendrogram: Hashable, Sendable {
  /// Two clusters that became one.
  public struct Merge: Hashable, Sendable {
    /// The cluster of the lower number: a series below `count`, else the merge of that number less `count`.
    public let first: Int
    /// The cluster of the higher number.
    public let second: Int
    /// The mean distance between their series.
    public let height: Double
    /// Series in the new cluster.
    public let size: Int
  }

  /// How far apart two series of correlation ρ are.
  public enum Distance: String, Hashable, Sendable, CaseIterable {
    /// 1 − ρ.
    case difference
    /// √(2·(1 − ρ)): the Euclidean distance of the standardised series (Mantegna 1999).
    case euclidean

    /// The distance.
    public func callAsFunction(_ correlation: Double) -> Double {
      let difference = max(0, 1 - correlation)
      return self == .difference ? difference : (2 * difference).squareRoot()
    }
  }

  /// Series joined.
  public let count: Int
  /// By rising height; `count` − 1 of them.
  public let merges: [Merge]

  /// Joins `count` series.
  ///
  /// - Parameter distance: between two different series; known, and the same both ways.
  public init(count: Int, distance: (Int, Int) -> Double) {
    var chains = NeighbourChains(count: count, distance: distance)
    self.count = count
    merges = Self.numbered(chains.join(), count)
  }

  /// The series from left to right such that each cluster stands together.
  public var order: [Int] {
    guard count > 0 else { return [] }
    var order: [Int] = []
    var open = [merges.isEmpty ? 0 : count + merges.count - 1]
    while let cluster = open.popLast() {
      guard cluster >= count else {
        order.append(cluster)
        continue
      }
      open.append(merges[cluster - count].second)
      open.append(merges[cluster - count].first)
    }
    return order
  }

  /// Sorts the joins by height and gives each cluster the number of its merge.
  private static func numbered(_ joins: [NeighbourChains.Join], _ count: Int) -> [Merge] {
    var (parents, sizes) = (Array(0..<count), [Int](repeating: 1, count: count))
    func root(_ series: Int) -> Int {
      var cluster = series
      while parents[cluster] != cluster {
        // Halves the way for the next who asks.
        parents[cluster] = parents[parents[cluster]]
        cluster = parents[cluster]
      }
      return cluster
    }
    let sorted = joins.enumerated().sorted { ($0.element.height, $0.offset) < ($1.element.height, $1.offset) }
    return sorted.map { _, join in
      let (left, right) = (root(join.first), root(join.second))
      let size = sizes[left] + sizes[right]
      let cluster = parents.count
      parents.append(cluster)
      sizes.append(size)
      (parents[left], parents[right]) = (cluster, cluster)
      return Merge(first: min(left, right), second: max(left, right), height: join.height, size: size)
    }
  }
}

extension CorrelationMatrix {
  /// The series joined by their correlations. Series whose correlations are not all known are left out, those with the
  /// most unknown first, until the rest are.
  ///
  /// - Returns: the tree, and which series its numbers below its count stand for.
  public func dendrogram(_ distance: Dendrogram.Distance = .euclidean) -> (tree: Dendrogram, series: [Int]) {
    let known = seriesWithKnownCorrelations
    return (Dendrogram(count: known.count) { distance(self[known[$0], known[$1]]) }, known)
  }

  /// All series such that alike stand together; those left out of the tree come last, in their own order.
  public func clusteredOrder(_ distance: Dendrogram.Distance = .euclidean) -> [Int] {
    let (tree, series) = dendrogram(distance)
    let placed = tree.order.map { series[$0] }
    let known = Set(placed)
    return placed + (0..<count).filter { !known.contains($0) }
  }

  private var seriesWithKnownCorrelations: [Int] {
    var kept = Array(0..<count)
    var unknown = kept.map { row in kept.count { self[row, $0].isNaN } }
    while let worst = kept.max(by: { unknown[$0] < unknown[$1] }), unknown[worst] > 0 {
      kept.removeAll { $0 == worst }
      for series in kept where self[series, worst].isNaN { unknown[series] -= 1 }
    }
    return kept
  }
}
