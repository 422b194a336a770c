import Alerting
import HedgeModel
import SeededRandom
import Testing

/// Laws that hold for any path of the drift, tried on seeded random walks around the band.
@Suite struct AlertPropertyTests {
  /// A walk that keeps coming back to the band, with gaps in which the figure is unknown.
  private static func walk(_ seed: UInt64) -> [Double?] {
    var random = SeededGenerator(seed: seed)
    var value = 0.05
    return (0..<2000).map { _ in
      value += Double.random(in: -0.012...0.012, using: &random) - (value - 0.05) * 0.02
      return Int.random(in: 0..<10, using: &random) == 0 ? nil : value
    }
  }

  private static func play(_ walk: [Double?], dwell: Duration) -> (AlertEngine, [(Int, AlertTransition)]) {
    var script = AlertScript(dwell: dwell)
    var told: [(Int, AlertTransition)] = []
    for (second, value) in walk.enumerated() {
      let finding = value.map { AlertObservation.Finding.measured($0, AlertScript.levels) } ?? .unverifiable("gap")
      let observation = AlertObservation(script.rule, finding, dwell: dwell)
      told += script.engine.evaluate([observation], now: Timestamp(seconds: Double(second))).map { (second, $0) }
    }
    return (script.engine, told)
  }

  @Test("raise and clear alternate, with a crossing of the level at each", arguments: 1...20 as ClosedRange<UInt64>)
  func noFlutter(_ seed: UInt64) throws {
    let walk = Self.walk(seed)
    let told = Self.play(walk, dwell: .seconds(2)).1
    let edges = told.filter { [.raised, .cleared].contains($0.1.kind) }
    #expect(!edges.isEmpty)
    for (index, (second, transition)) in edges.enumerated() {
      #expect(transition.kind == (index % 2 == 0 ? .raised : .cleared))
      let value = try #require(walk[second], "told at an unknown figure")
      #expect(transition.kind == .raised ? abs(value) > 0.05 : abs(value) < 0.04, "seed \(seed) at \(second): \(value)")
    }
  }

  @Test(
    "while an alert lasts, every known value stays at or beyond the clear level",
    arguments: 21...30 as ClosedRange<UInt64>)
  func lasting(_ seed: UInt64) {
    var isActive = false
    let walk = Self.walk(seed)
    let told = Dictionary(grouping: Self.play(walk, dwell: .zero).1, by: \.0)
    for (second, value) in walk.enumerated() {
      for (_, transition) in told[second] ?? [] {
        if transition.kind == .raised { isActive = true }
        if transition.kind == .cleared { isActive = false }
      }
      guard let value else { continue }
      #expect(isActive ? abs(value) >= 0.04 : abs(value) <= 0.05, "seed \(seed) at \(second): \(value)")
    }
  }

  @Test("the same observations give the same alerts, byte for byte", arguments: 31...35 as ClosedRange<UInt64>)
  func determinism(_ seed: UInt64) {
    let first = Self.play(Self.walk(seed), dwell: .seconds(1))
    let second = Self.play(Self.walk(seed), dwell: .seconds(1))
    #expect(first.0 == second.0)
    #expect(first.1.map(\.1) == second.1.map(\.1))
  }
}
