import HedgeAnalytics
import HedgeModel
import SeededRandom
import Testing

@Suite struct CorrelationMatrixTests {
  /// Series that follow one factor more or less, on an offset, some of them with gaps.
  static func sample(_ count: Int, _ length: Int, gaps: Bool) -> [[Double]] {
    var generator = SeededGenerator(seed: UInt64(count * length + 1))
    let factor = (0..<length).map { _ in 0.02 * generator.normal() }
    return (0..<count).map { series in
      factor.enumerated().map { step, move in
        if gaps && series % 4 == 1 && (step + series) % 7 == 0 { return .nan }
        return 0.001 * Double(series) + 0.1 * Double(series % 11) * move + 0.02 * generator.normal()
      }
    }
  }

  static func matrix(_ rows: [[Double]], minimum: Int = 3) -> CorrelationMatrix {
    CorrelationComputation.compute(
      returns: rows.flatMap { $0 }, seriesCount: rows.count, length: rows.first?.count ?? 0,
      minimumObservations: minimum)
  }

  @Test(
    "the matrix agrees with each pair by itself, with gaps and without",
    arguments: [(2, 5), (8, 30), (23, 90), (24, 181), (25, 400), (60, 90)], [false, true])
  func agreement(size: (count: Int, length: Int), gaps: Bool) {
    let rows = Self.sample(size.count, size.length, gaps: gaps)
    let matrix = Self.matrix(rows)
    for row in 0..<size.count {
      for column in 0..<size.count {
        let pair = PairwiseCorrelation(rows[row], rows[column])
        let (value, expected) = (matrix[row, column], row == column ? 1 : pair.value)
        #expect(isClose(value, expected, 1e-11), "\(row), \(column): \(value), expected \(expected)")
        #expect(matrix.observations(row, column) == pair.observations)
        #expect(matrix[column, row] == value)
      }
    }
  }

  @Test("a series that stands still, or has too few steps in common, has no correlation: NaN, never zero")
  func unknown() {
    let rows: [[Double]] = [
      [1, 2, 3, 5, 4], [2, 2, 2, 2, 2], [.nan, .nan, 1, 2, 4], [1, 0, .nan, .nan, .nan], [0, 1, 0, 1, 0],
    ]
    let matrix = Self.matrix(rows)
    for other in 0..<5 {
      #expect(matrix[1, other].isNaN && matrix[3, other].isNaN)
    }
    #expect(isClose(matrix[0, 2], PairwiseCorrelation(rows[0], rows[2]).value))
    #expect(matrix.observations(0, 2) == 3 && matrix.observations(0, 3) == 2 && matrix.observations(0, 4) == 5)
    let few = Self.matrix(rows, minimum: 6)
    #expect((0..<5).allSatisfy { row in (0..<5).allSatisfy { few[row, $0].isNaN } })
    #expect(few.averagePairwise == nil)
  }

  @Test("scaled and shifted copies correlate by exactly one or nearly so, and never by more")
  func bounds() {
    var generator = SeededGenerator(seed: 3)
    let series = (0..<300).map { _ in generator.normal() }
    let rows = (1...30).map { scale in series.map { ($0 + 5) * Double(scale) * (scale % 2 == 0 ? -1 : 1) } }
    let matrix = Self.matrix(rows)
    for row in 0..<30 {
      for column in 0..<30 {
        let sign: Double = (row + column) % 2 == 0 ? 1 : -1
        #expect(abs(matrix[row, column]) <= 1 && isClose(matrix[row, column], sign, 1e-14))
      }
    }
  }

  @Test("the average is over different series whose correlation is known")
  func average() {
    let rows: [[Double]] = [[1, 2, 3, 4], [2, 4, 6, 9], [1, 1, 1, 1], [4, 3, 2, 1]]
    let matrix = Self.matrix(rows)
    let expected = (matrix[0, 1] + matrix[0, 3] + matrix[1, 3]) / 3
    #expect(isClose(matrix.averagePairwise ?? .nan, expected, 1e-14))
    #expect(Self.matrix([[1, 2, 3]]).averagePairwise == nil)
    #expect(Self.matrix([]).averagePairwise == nil)
  }

  @Test("the rolling average is that of the matrix of each window", arguments: [false, true])
  func rolling(gaps: Bool) {
    var rows = Self.sample(9, 80, gaps: gaps)
    // Listed late, and one that stands still for a while.
    for step in 0..<50 { rows[2][step] = .nan }
    for step in 20..<60 { rows[5][step] = 0.01 }
    let averages = AverageCorrelation.rolling(
      returns: rows.flatMap { $0 }, seriesCount: 9, length: 80, window: 20)
    #expect(averages.count == 80 && averages.prefix(19).allSatisfy(\.isNaN))
    for step in 19..<80 {
      let expected = Self.matrix(rows.map { Array($0[step - 19...step]) }, minimum: 10).averagePairwise
      #expect(isClose(averages[step], expected ?? .nan, 1e-11), "step \(step)")
    }
  }

  @Test("Fisher's interval as scipy has it; it narrows with observations and widens with the level")
  func interval() throws {
    let interval = try #require(CorrelationInterval(0.9931315644227683, observations: 8))
    #expect(isClose(interval.lower, 0.9609936023150935) && isClose(interval.upper, 0.9988066856853708))
    let wide = try #require(CorrelationInterval(0.5, observations: 30, level: .ninetyNine))
    let narrow = try #require(CorrelationInterval(0.5, observations: 30, level: .ninety))
    let long = try #require(CorrelationInterval(0.5, observations: 300, level: .ninety))
    #expect(wide.lower < narrow.lower && narrow.lower < long.lower && long.lower < 0.5)
    #expect(wide.upper > narrow.upper && narrow.upper > long.upper && long.upper > 0.5)
    #expect(CorrelationInterval(.nan, observations: 30) == nil && CorrelationInterval(0.5, observations: 3) == nil)
    let one = try #require(CorrelationInterval(1, observations: 30))
    #expect(one.lower == 1 && one.upper == 1)
  }

  @Test(
    "every row of the correlation reference, matrix by matrix",
    .enabled(if: ReferenceTable.isPresent, "the shared market data is not beside this package"))
  func reference() throws {
    let table = try #require(ReferenceTable("reference/corr__daily_closes.csv"))
    let prices = try #require(ReferencePrices.daily)
    let assets = prices.prices.keys.sorted()
    for rows in Dictionary(grouping: table.rows, by: { [$0["end"], $0["lookback"]] }).values {
      let last = try #require(prices.close(of: rows[0]["end"]))
      let lookback = rows[0].integer("lookback")
      let matrix = Self.matrix(
        assets.map {
          ReturnSeries.window(prices.bars(of: $0), last: last, lookback: lookback, interval: .day, .log)
        })
      for row in rows {
        let (first, second) = (
          try #require(assets.firstIndex(of: Asset(row["a"]))), try #require(assets.firstIndex(of: Asset(row["b"])))
        )
        #expect(matrix.observations(first, second) == row.integer("n_obs"), "\(row)")
        #expect(isClose(matrix[first, second], row.number("corr")), "\(matrix[first, second]), expected in \(row)")
      }
    }
  }
}
