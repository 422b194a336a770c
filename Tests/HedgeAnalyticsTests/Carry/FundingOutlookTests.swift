import HedgeAnalytics
import HedgeModel
import Testing

@Suite struct FundingOutlookTests {
  static let start = Timestamp(milliseconds: 1_700_006_400_000)
  static let id = Book.perpetual("BTC")

  static func stamps(_ rates: [Double], every hours: Double = 8, from begin: Timestamp = start) -> FundingStamps {
    FundingStamps(
      rates.enumerated().map {
        FundingStamp(time: begin + .hours(Double($0) * hours), rate: $1, markPrice: nil)
      })
  }

  private static func average(_ stamps: FundingStamps, _ window: Duration, at hours: Double) -> Reading<FundingOutlook>
  {
    FundingOutlook.average(of: stamps, over: window, at: start + .hours(hours), instrument: id)
  }

  @Test("the mean of six payments, and its Newey–West error at lag 2")
  func golden() throws {
    let stamps = Self.stamps([1e-4, 2e-4, -1e-4, 3e-4, 2e-4, 0.5e-4])
    let outlook = try #require(Self.average(stamps, .days(10), at: 41).value)
    #expect(outlook.count == 6)
    #expect(isClose(outlook.ratePerHour, 1.25e-4 / 8))
    #expect(isClose(outlook.errorPerHour ?? .nan, 3.210632293213009e-06))
    #expect(isClose(outlook.expectedRate(over: .days(30), current: nil, now: Self.start), 1.25e-4 * 90))
  }

  @Test("only payments in (now − window, now] count, each for the hours since the one before")
  func window() throws {
    let stamps = Self.stamps([9, 1e-4, 3e-4, 9])
    let outlook = try #require(Self.average(stamps, .hours(16), at: 16).value)
    #expect(outlook.count == 2 && isClose(outlook.ratePerHour, 4e-4 / 16))
    #expect(outlook.from == Self.start + .hours(8) && outlook.to == Self.start + .hours(16))
  }

  @Test("a change of interval does not change what an hour brings: eight-hour and hourly payments of one pace")
  func interval() throws {
    let slow = Self.stamps([Double](repeating: 8e-5, count: 6))
    let fast = Self.stamps([Double](repeating: 1e-5, count: 48), every: 1, from: Self.start + .hours(41))
    let outlook = try #require(Self.average(FundingStamps(Array(slow) + fast), .days(10), at: 100).value)
    #expect(isClose(outlook.ratePerHour, 1e-5))
    #expect(isClose(outlook.annualised, 0.0876))
    let rate = try #require(FundingRate(rate: 1e-5, interval: .hours(1), nextStamp: Self.start + .hours(101)))
    #expect(isClose(outlook.expectedRate(over: .hours(10), current: rate, now: Self.start + .hours(100)), 10e-5))
  }

  @Test("no payment in the window, or one alone, is too few; the reason names the instrument and the window")
  func tooFew() {
    let stamps = Self.stamps([1e-4, 1e-4])
    #expect(Self.average(stamps, .days(1), at: 100).unknownReason?.kind == .tooFewObservations)
    #expect(Self.average([], .days(30), at: 0).unknownReason?.detail.contains("no funding of perp:BTC") == true)
    #expect(Self.average(Self.stamps([1e-4]), .days(30), at: 1).unknownReason != nil)
    #expect(Self.average(stamps, .days(30), at: -1).unknownReason?.detail.contains("30 days") == true)
  }

  @Test(
    "a whole year of real funding by its real hours",
    .enabled(if: ReferenceTable.isPresent, "the shared market data is not beside this package"),
    arguments: ["BTCUSDT", "ETHUSDT", "SOLUSDT"])
  func reference(symbol: String) throws {
    let table = try #require(ReferenceTable("reference/funding__funding_binance_2020_2022H1.csv"))
    let stamps = FundingStamps(try FundingReferenceTests.stamps(of: symbol))
    for row in table.rows where row["symbol"] == symbol {
      let (first, last) = (Timestamp(iso8601: row["first"]), Timestamp(iso8601: row["last"]))
      let (begin, end) = (try #require(first), try #require(last))
      let outlook = try #require(
        FundingOutlook.average(of: stamps, over: end - begin + .minutes(1), at: end, instrument: Self.id).value)
      #expect(outlook.count == row.integer("n"), "\(row)")
      #expect(isClose(outlook.annualised, row.number("ann_timeweighted")), "\(row)")
    }
  }
}

extension Duration {
  fileprivate static func minutes(_ count: Double) -> Duration { .hours(count / 60) }
}
