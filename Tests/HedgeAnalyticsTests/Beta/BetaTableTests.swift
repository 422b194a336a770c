import HedgeAnalytics
import HedgeModel
import SeededRandom
import Testing

@Suite struct BetaTableTests {
  @Test("the table agrees with a fit of each asset, with and without gaps", arguments: [23, 90, 2_160])
  func agreement(length: Int) throws {
    var generator = SeededGenerator(seed: UInt64(length))
    let benchmark = (0..<length).map { _ in 0.02 * generator.normal() + 0.001 }
    var rows = (0..<40).map { asset in
      benchmark.map { 0.1 * Double(asset) * $0 + 0.03 * generator.normal() }
    }
    for asset in stride(from: 0, to: 40, by: 5) { rows[asset][asset % length] = .nan }
    let table = BetaTableComputation.compute(
      returns: rows.flatMap { $0 }, assetCount: 40, benchmark: benchmark, includingNeweyWest: true)
    for (asset, row) in rows.enumerated() {
      let pairs = PairedReturns(benchmark: benchmark, asset: row)
      let line = try #require(OrdinaryLeastSquares.fit(pairs))
      #expect(table.observations[asset] == pairs.count)
      for (value, expected) in [
        (table.betas[asset], line.slope), (table.alphas[asset], line.intercept),
        (table.standardErrors[asset], line.slopeError), (table.rSquared[asset], line.rSquared),
        (table.correlations[asset], line.correlation),
        (table.neweyWestErrors[asset], RobustErrors.neweyWest(pairs, line).slope),
      ] {
        #expect(isClose(value, expected), "asset \(asset) of length \(length): \(value), expected \(expected)")
      }
    }
  }

  @Test("too few observations leave NaN, never zero; a gap in the benchmark is a gap for all")
  func unknown() {
    let benchmark = [0.01, .nan, -0.02, 0.03]
    let table = BetaTableComputation.compute(
      returns: [0.01, 0.02, -0.02, 0.03, .nan, .nan, 0.01, 0.02], assetCount: 2, benchmark: benchmark,
      minimumObservations: 3)
    #expect(table.observations == [3, 2])
    #expect(isClose(table.betas[0], 1))
    #expect(table.betas[1].isNaN && table.standardErrors[1].isNaN)
    #expect(table.neweyWestErrors.allSatisfy { $0.isNaN })
  }
}
