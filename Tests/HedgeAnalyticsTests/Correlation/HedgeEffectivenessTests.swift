import HedgeAnalytics
import HedgeModel
import SeededRandom
import Testing

@Suite struct HedgeEffectivenessTests {
  @Test("hedged returns are on the spot value: a loss of 10 of 100 with 8 back from the hedge is −2 %")
  func returns() {
    let book = BookReturns(spotValues: [100, 90, .nan, 90, 99], hedgeProfits: [8, 1, 1, -7.2])
    #expect(isClose(book.unhedged[0], -0.1) && isClose(book.hedged[0], -0.02))
    #expect(book.unhedged[1].isNaN && book.hedged[1].isNaN && book.hedged[2].isNaN)
    #expect(isClose(book.unhedged[3], 0.1) && isClose(book.hedged[3], 0.02))
    let missing = BookReturns(valuesBefore: [100, 0], spotProfits: [1, 1], hedgeProfits: [.nan, 1])
    #expect(missing.hedged.allSatisfy(\.isNaN) && missing.unhedged.allSatisfy(\.isNaN))
  }

  @Test("a hedge of ratio h leaves (1 − h)² of the variance, and one in excess adds risk", arguments: [0, 0.5, 1, 2.5])
  func ratio(hedge: Double) throws {
    var generator = SeededGenerator(seed: 1)
    let moves = (0..<50).map { _ in 0.03 * generator.normal() }
    let book = BookReturns(
      valuesBefore: moves.map { _ in 200 }, spotProfits: moves.map { 200 * $0 },
      hedgeProfits: moves.map { -hedge * 200 * $0 })
    let measured = try #require(HedgeEffectiveness.measure(book, .day).value)
    #expect(isClose(measured.effectiveness, 1 - (1 - hedge) * (1 - hedge), 1e-9))
    #expect(measured.observations == 50)
    #expect(isClose(measured.volatilityHedged, abs(1 - hedge) * measured.volatilityUnhedged, 1e-9))
    #expect(isClose(measured.volatilityUnhedged, RealisedVolatility.annualised(moves, .day) ?? .nan))
  }

  @Test("too few returns, or a book that did not move, have no effectiveness")
  func unknown() {
    let short = BookReturns(spotValues: [100, 101, 102], hedgeProfits: [0, 0])
    #expect(HedgeEffectiveness.measure(short, .day).unknownReason?.kind == .tooFewObservations)
    let still = BookReturns(spotValues: [100, 100, 100, 100], hedgeProfits: [1, 2, 3])
    #expect(
      HedgeEffectiveness.measure(still, .day, minimumObservations: 2).unknownReason?.kind == .undefined)
  }

  @Test(
    "the backtest of the reference data: volatilities and variance taken off",
    .enabled(if: ReferenceTable.isPresent, "the shared market data is not beside this package"))
  func reference() throws {
    let path = try #require(ReferenceTable("reference/backtest_path__dev_P1_spot_nofee.csv"))
    let book = BookReturns(
      spotValues: path.rows.map { $0.number("V") }, hedgeProfits: path.rows.dropFirst().map { $0.number("hedge_pnl") })
    let measured = try #require(HedgeEffectiveness.measure(book, .day).value)
    #expect(isClose(measured.volatilityUnhedged, 1.0604491188961247))
    #expect(isClose(measured.volatilityHedged, 0.6793438261587055))
    #expect(isClose(measured.effectiveness, 0.5896073305954845))
  }
}
