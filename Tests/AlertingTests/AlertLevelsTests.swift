import Alerting
import Testing

@Suite struct AlertLevelsTests {
  @Test(
    "each direction has its bad side; both thresholds are strict",
    arguments: [
      (AlertLevels.Direction.above, 0.5, 0.45, 0.51, 0.5, 0.44), (.outside, 0.05, 0.04, -0.06, -0.05, 0.03),
      (.within, 0.2, 0.22, -0.19, 0.2, -0.23),
    ])
  func directions(
    _ direction: AlertLevels.Direction, enter: Double, clear: Double, bad: Double, edge: Double, good: Double
  ) {
    let level = AlertLevels.Level(.warning, enter: enter, clear: clear)
    let levels = AlertLevels(direction, [level])
    #expect(levels.enters(level, bad) && !levels.clears(level, bad))
    #expect(!levels.enters(level, edge) && !levels.clears(level, edge))
    #expect(!levels.enters(level, good) && levels.clears(level, good))
    #expect(!levels.clears(level, clear))
  }

  @Test("a clear level on the wrong side of its enter level is put at it", arguments: [(0.05, 0.06), (0.05, 0.05)])
  func invertedLevels(_ enter: Double, _ clear: Double) {
    let levels = AlertLevels(.outside, [AlertLevels.Level(.warning, enter: enter, clear: clear)])
    #expect(levels.levels.map(\.clear) == [enter])
  }

  @Test("levels stand in order of severity")
  func order() {
    let levels = AlertLevels(
      .above, [AlertLevels.Level(.critical, enter: 2, clear: 2), AlertLevels.Level(.info, enter: 1, clear: 1)])
    #expect(levels.levels.map(\.severity) == [.info, .critical])
  }
}
