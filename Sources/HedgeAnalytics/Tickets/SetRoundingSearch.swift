/// The search behind ``SetRounding``.
struct SetRoundingSearch {
  private let legs: [SetRounding.Leg]
  private let open: Double
  /// Differences below this are rounding errors of the sums.
  private let slack: Double
  /// Legs with two choices, those that move most first: they settle the bounds early.
  private let free: [Int]

  init(_ legs: [SetRounding.Leg], open: Double) {
    self.legs = legs
    self.open = open
    func step(_ index: Int) -> Double {
      abs(legs[index].choices[legs[index].choices.count - 1] - legs[index].choices[0])
    }
    free = legs.indices.filter { legs[$0].choices.count > 1 }.sorted { (step($0), $1) > (step($1), $0) }
    slack = 1e-9 * free.reduce(0) { $0 + step($1) }
  }

  /// The best picks found.
  func best() -> [Int] {
    let nearest = picks { Self.deviation($0, 1) < Self.deviation($0, 0) }
    guard free.count > SetRounding.exactLimit else { return improved(nearest, block: free) }
    return byLeg.reduce(improvedInBlocks(nearest)) { isBetter($1, than: $0) ? $1 : $0 }
  }

  func residual(of picks: [Int]) -> Double { zip(legs, picks).reduce(open) { $0 + $1.0.choices[$1.1] } }

  func deviation(of picks: [Int]) -> Double { zip(legs, picks).reduce(0) { $0 + Self.deviation($1.0, $1.1) } }

  private static func deviation(_ leg: SetRounding.Leg, _ pick: Int) -> Double {
    abs(leg.choices[pick] - leg.wanted)
  }

  /// Other ways of rounding leg by leg: to the nearest with ties the other way, all to smaller, all to larger sizes.
  private var byLeg: [[Int]] {
    [
      picks { Self.deviation($0, 1) <= Self.deviation($0, 0) + slack },
      picks { abs($0.choices[1]) < abs($0.choices[0]) }, picks { abs($0.choices[1]) > abs($0.choices[0]) },
    ]
  }

  /// The second choice where there is one and `isSecond` says so, the first elsewhere.
  private func picks(_ isSecond: (SetRounding.Leg) -> Bool) -> [Int] {
    legs.map { $0.choices.count > 1 && isSecond($0) ? 1 : 0 }
  }

  private func improvedInBlocks(_ start: [Int]) -> [Int] {
    var picks = start
    let size = SetRounding.exactLimit
    // The first round gains nearly all there is to gain; the limit keeps the time of a large set bounded.
    for _ in 0..<4 {
      let before = picks
      for first in stride(from: 0, to: free.count - size / 2, by: size / 2) {
        picks = improved(picks, block: Array(free[first..<min(first + size, free.count)]))
      }
      if picks == before { break }
    }
    return picks
  }

  private func isBetter(_ picks: [Int], than other: [Int]) -> Bool {
    isBetter(abs(residual(of: picks)), deviation(of: picks), than: abs(residual(of: other)), deviation(of: other))
  }

  private func isBetter(
    _ residual: Double, _ deviation: Double, than bestResidual: Double, _ bestDeviation: Double
  ) -> Bool {
    residual < bestResidual - slack || residual <= bestResidual + slack && deviation < bestDeviation - slack
  }

  /// The best picks of `block`, the others held: depth first, leaving out what cannot come closer to zero any more.
  private func improved(_ start: [Int], block: [Int]) -> [Int] {
    var reach = [(low: 0.0, high: 0.0)]
    for index in block.reversed() {
      let (low, high) = reach[reach.count - 1]
      let choices = legs[index].choices
      reach.append((low + min(choices[0], choices[1]), high + max(choices[0], choices[1])))
    }
    var walk = Walk(reach: reach.reversed(), picks: start)
    let held = block.reduce(residual(of: start)) { $0 - legs[$1].choices[start[$1]] }
    let heldDeviation = block.reduce(deviation(of: start)) { $0 - Self.deviation(legs[$1], start[$1]) }
    walk.take(start, abs(residual(of: start)), deviation(of: start))
    descend(block[...], 0, held, heldDeviation, &walk)
    return walk.best
  }

  private func descend(
    _ block: ArraySlice<Int>, _ depth: Int, _ sum: Double, _ deviation: Double, _ walk: inout Walk
  ) {
    guard let index = block.first else {
      if isBetter(abs(sum), deviation, than: walk.residual, walk.deviation) {
        walk.take(walk.picks, abs(sum), deviation)
      }
      return
    }
    let (low, high) = (sum + walk.reach[depth].low, sum + walk.reach[depth].high)
    let closest = low > 0 ? low : high < 0 ? -high : 0
    guard closest <= walk.residual + slack else { return }
    for pick in 0...1 {
      walk.picks[index] = pick
      descend(
        block.dropFirst(), depth + 1, sum + legs[index].choices[pick], deviation + Self.deviation(legs[index], pick),
        &walk)
    }
  }
}

extension SetRoundingSearch {
  /// Where a search stands, and the best it has seen.
  private struct Walk {
    /// The smallest and the largest sum that the legs from each depth on can add.
    let reach: [(low: Double, high: Double)]
    var picks: [Int]
    var best: [Int] = []
    var residual = Double.infinity
    var deviation = Double.infinity

    init(reach: [(low: Double, high: Double)], picks: [Int]) {
      self.reach = reach
      self.picks = picks
    }

    mutating func take(_ picks: [Int], _ residual: Double, _ deviation: Double) {
      best = picks
      self.residual = residual
      self.deviation = deviation
    }
  }
}
