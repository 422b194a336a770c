import HedgeAnalytics
import HedgeModel
import SeededRandom
import Testing

@Suite struct SetRoundingTests {
  /// Legs of random lots and sizes, each between two multiples of its lot.
  private func legs(_ count: Int, _ generator: inout SeededGenerator) -> [SetRounding.Leg] {
    (0..<count).map { _ in
      let (lot, wanted) = (generator.uniform(10...5_000), generator.uniform(-40_000...40_000))
      let down = (wanted / lot).rounded(.towardZero) * lot
      return SetRounding.Leg(wanted: wanted, down, or: down + (wanted < 0 ? -lot : lot))
    }
  }

  private func left(_ legs: [SetRounding.Leg], _ picks: [Int], _ open: Double) -> Double {
    abs(zip(legs, picks).reduce(open) { $0 + $1.0.choices[$1.1] })
  }

  /// What each way of rounding leg by leg leaves.
  private func leftByLeg(_ legs: [SetRounding.Leg], _ open: Double) -> [Double] {
    let toNearest = legs.map { abs($0.choices[0] - $0.wanted) <= abs($0.choices[1] - $0.wanted) ? 0 : 1 }
    return [toNearest, legs.map { _ in 0 }, legs.map { _ in 1 }].map { left(legs, $0, open) }
  }

  @Test("two legs at 0.4 lots: one goes down and one up, so that 0.2 lots are left and not 0.8")
  func pair() {
    let leg = SetRounding.Leg(wanted: -0.4, 0, or: -1)
    let rounded = SetRounding([leg, leg], open: 0.8)
    #expect(rounded.picks.sorted() == [0, 1])
    #expect(isClose(rounded.residual, -0.2))
  }

  @Test("of choices that leave the same, the one that keeps each leg closest to its size is taken")
  func ties() {
    // 0.9 and 0.1 lots add up to one whichever of the two is traded.
    let rounded = SetRounding(
      [SetRounding.Leg(wanted: 0.1, 0, or: 1), SetRounding.Leg(wanted: 0.9, 0, or: 1)], open: -1)
    #expect(rounded.picks == [0, 1])
    #expect(isClose(rounded.deviation, 0.2))
  }

  @Test("up to twelve legs, the search finds what trying every combination finds", arguments: 1...12)
  func exact(count: Int) {
    var generator = SeededGenerator(seed: UInt64(count))
    for round in 0..<12 {
      let legs = legs(count, &generator)
      let open = -legs.reduce(0) { $0 + $1.wanted }
      let best = (0..<(1 << count)).map { mask in left(legs, legs.indices.map { mask >> $0 & 1 }, open) }.min() ?? 0
      let found = SetRounding(legs, open: open)
      #expect(abs(abs(found.residual) - best) <= 1e-6, "round \(round): \(found.residual) against \(best)")
      #expect(isClose(left(legs, found.picks, open), abs(found.residual)))
    }
  }

  @Test("the set never leaves more than rounding leg by leg does", arguments: [2, 5, 12, 13, 20, 40, 150])
  func neverWorse(count: Int) {
    var generator = SeededGenerator(seed: UInt64(1_000 + count))
    for round in 0..<20 {
      let legs = legs(count, &generator)
      let open = -legs.reduce(0) { $0 + $1.wanted }
      let found = abs(SetRounding(legs, open: open).residual)
      for byLeg in leftByLeg(legs, open) { #expect(found <= byLeg + 1e-6, "round \(round)") }
    }
  }

  @Test("many legs leave next to nothing, as one finds the lot another lacks")
  func many() {
    var generator = SeededGenerator(seed: 4)
    let legs = legs(60, &generator)
    let open = -legs.reduce(0) { $0 + $1.wanted }
    #expect(abs(SetRounding(legs, open: open).residual) < 1)
  }

  @Test("the order of the legs does not change what is left")
  func order() {
    var generator = SeededGenerator(seed: 9)
    let legs = legs(11, &generator)
    let open = -legs.reduce(0) { $0 + $1.wanted }
    let first = abs(SetRounding(legs, open: open).residual)
    let second = abs(SetRounding(legs.shuffled(using: &generator), open: open).residual)
    #expect(abs(first - second) < 1e-6)
  }

  @Test("nothing to choose leaves what is open")
  func nothing() {
    #expect(SetRounding([], open: 12).residual == 12)
    #expect(SetRounding([SetRounding.Leg(wanted: 3, 2)], open: -3).picks == [0])
    #expect(SetRounding([SetRounding.Leg(wanted: 3, 2)], open: -3).residual == -1)
  }
}
