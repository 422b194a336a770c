import FoundationEssentials
import HedgeAnalytics
import HedgeModel
import Testing

@Suite(.enabled(if: ReferenceTable.isPresent, "the shared market data is not beside this package"))
struct FundingReferenceTests {
  /// All payments of one symbol, oldest first.
  static func stamps(of symbol: String) throws -> [FundingStamp] {
    let table = try #require(ReferenceTable("funding_binance_2020_2022H1.csv"))
    return try table.rows.filter { $0["symbol"] == symbol }.map { row in
      let mark = row.number("mark_price")
      return FundingStamp(
        time: try #require(Timestamp(iso8601: row["time"])), rate: row.number("rate"),
        markPrice: mark.isNaN ? nil : mark)
    }
  }

  @Test("every row of the funding reference: real intervals, not three a day")
  func statistics() throws {
    let table = try #require(ReferenceTable("reference/funding__funding_binance_2020_2022H1.csv"))
    let stamps = Dictionary(
      uniqueKeysWithValues: try Set(table.rows.map { $0["symbol"] }).map { ($0, try Self.stamps(of: $0)) })
    for row in table.rows {
      let all = stamps[row["symbol"]] ?? []
      let (first, last) = (Timestamp(iso8601: row["first"]), Timestamp(iso8601: row["last"]))
      let start = try #require(all.firstIndex { $0.time == first }, "\(row)")
      let end = try #require(all.firstIndex { $0.time == last }, "\(row)")
      let figures = try #require(
        FundingStatistics(Array(all[start...end]), previous: start > 0 ? all[start - 1].time : nil))
      #expect(figures.count == row.integer("n"), "\(row)")
      #expect(figures.negativeCount == row.integer("n_negative"), "\(row)")
      let pairs: [(String, Double?)] = [
        ("hours", figures.hours), ("sum_rate", figures.sum), ("mean_rate", figures.mean),
        ("min_rate", figures.minimum), ("max_rate", figures.maximum), ("ann_timeweighted", figures.annualised),
        ("ann_3x365", figures.mean * 3 * 365), ("compounded", figures.compounded),
        ("short_income_per_coin", figures.perCoin),
      ]
      for (column, value) in pairs {
        let expected = row.number(column)
        if let value {
          #expect(isClose(value, expected), "\(column): \(value), expected in \(row)")
        } else {
          #expect(expected.isNaN, "\(column) unknown, expected in \(row)")
        }
      }
    }
  }

  @Test("accrual over the stamps is the sum of the rates at the marks")
  func accrual() throws {
    let stamps = try Self.stamps(of: "BTCUSDT")
    let instrument = Instrument(
      id: InstrumentID(venue: "test", symbol: "BTCUSDT"), kind: .perpetual(fundingInterval: .hours(8)),
      underlying: "BTC", quote: "USDT", settlement: "USDT", tickSize: 1, lotStep: 1)
    let start = try #require(Timestamp(iso8601: "2019-12-31"))
    let income = FundingAccrual.accrued(
      over: stamps, positions: [FundingAccrual.Position(from: start, contracts: -1)], instrument: instrument,
      since: start, now: try #require(Timestamp(iso8601: "2022-07-01")))
    #expect(income.isClose(to: 18_467.987074152028))
  }
}
