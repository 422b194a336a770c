/// Average linkage by chains of nearest neighbours.
///
/// A chain goes from a cluster to its nearest, on to that one's nearest, and ends at two that are nearest to each other:
/// these are joined. Source: Murtagh (1983); distances are updated as in Lance and Williams (1967).
struct NeighbourChains {
  /// Two clusters joined, each named by a series that is in it.
  struct Join {
    let first: Int
    let second: Int
    let height: Double
  }

  private let count: Int
  private var distances: [Double]
  /// Series of each cluster, 0 for one that has gone into another.
  private var sizes: [Int]
  private var chain: [Int] = []

  init(count: Int, distance: (Int, Int) -> Double) {
    self.count = count
    sizes = [Int](repeating: 1, count: count)
    distances = [Double](repeating: 0, count: count * count)
    for row in 0..<count {
      for column in 0..<row {
        let between = distance(column, row)
        distances[row * count + column] = between
        distances[column * count + row] = between
      }
    }
  }

  /// Joins until one cluster is left, in the order found.
  mutating func join() -> [Join] {
    (1..<max(count, 1)).map { _ in
      let (first, second, height) = nearestPair()
      merge(first, into: second)
      return Join(first: first, second: second, height: height)
    }
  }

  private mutating func nearestPair() -> (Int, Int, Double) {
    if chain.isEmpty { chain = [sizes.firstIndex { $0 > 0 } ?? 0] }
    while true {
      let tip = chain[chain.count - 1]
      // The one before is preferred where distances are equal, else the chain might never end.
      var nearest = chain.count > 1 ? chain[chain.count - 2] : tip
      var smallest = chain.count > 1 ? distances[tip * count + nearest] : .infinity
      for other in 0..<count where sizes[other] > 0 && other != tip && distances[tip * count + other] < smallest {
        smallest = distances[tip * count + other]
        nearest = other
      }
      if chain.count > 1, nearest == chain[chain.count - 2] {
        chain.removeLast(2)
        return (min(tip, nearest), max(tip, nearest), smallest)
      }
      chain.append(nearest)
    }
  }

  private mutating func merge(_ gone: Int, into kept: Int) {
    let (left, right) = (Double(sizes[gone]), Double(sizes[kept]))
    sizes[kept] += sizes[gone]
    sizes[gone] = 0
    for other in 0..<count where sizes[other] > 0 && other != kept {
      let mean =
        (left * distances[other * count + gone] + right * distances[other * count + kept]) / (left + right)
      distances[other * count + kept] = mean
      distances[kept * count + other] = mean
    }
  }
}
