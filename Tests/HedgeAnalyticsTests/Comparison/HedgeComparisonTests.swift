import FoundationEssentials
import HedgeAnalytics
import HedgeModel
import Testing

@Suite struct HedgeComparisonTests {
  static func future(_ funding: Double = 0.0003, margin: Double = 0.2) -> ComparisonInstrument {
    ComparisonInstrument(
      id: Book.perpetual("BTC"), underlying: "BTC", beta: .stated(1), fundingRatePerDay: .stated(funding),
      marginRate: .stated(margin))
  }

  static func book(
    _ holdings: [(Asset, Double, Double)], short: Double = 0, ratio: Double = 1, funding: Double = 0.0003
  ) -> ComparisonBook {
    ComparisonBook(
      holdings: holdings.map { .init(asset: $0.0, value: .stated($0.1), beta: .stated($0.2)) },
      legs: short == 0 ? [] : [.init(instrument: future(funding), notional: .stated(short))], hedge: future(funding),
      hedgeRatio: ratio)
  }

  private func row(_ kind: ComparisonRow.Kind, _ book: ComparisonBook) throws -> ComparisonRow {
    try #require(HedgeComparison.rows(book).first { $0.kind == kind })
  }

  @Test("there is one row for each kind, in their order")
  func order() {
    #expect(HedgeComparison.rows(Self.book([("ETH", 1_000, 1)])).map(\.kind) == ComparisonRow.Kind.allCases)
  }

  @Test(
    "S2: a dollar hedge under-hedges a beta above one; the beta-weighted one leaves nothing (G1, G2)",
    arguments: [(10_000.0, 1.2, 12_000.0), (100_000, 1.3, 130_000), (50_000, 0.8, 40_000)])
  func dollarsOrBeta(value: Double, beta: Double, short: Double) throws {
    let book = Self.book([("ETH", value, beta)])
    let (dollar, weighted) = (try row(.simpleDollar, book), try row(.betaWeighted, book))
    #expect(dollar.legNotional.isClose(to: -value) && dollar.netBeta.isClose(to: beta - 1))
    #expect(dollar.profitAtFall.isClose(to: -0.1 * value * (beta - 1)))
    #expect(weighted.legNotional.isClose(to: -short) && abs(weighted.netBeta.value ?? 1) < 1e-12)
    #expect(abs(weighted.profitAtFall.value ?? 1) < 1e-9 && abs(weighted.profitAtRise.value ?? 1) < 1e-9)
  }

  @Test("G5: 50,000 long and 50,000 short: −5,000 and +5,000 unhedged, nothing hedged")
  func equalDollars() throws {
    let book = Self.book([("ETH", 50_000, 1)], short: -50_000)
    #expect(try row(.longOnly, book).profitAtFall.isClose(to: -5_000))
    #expect(try row(.longOnly, book).profitAtRise.isClose(to: 5_000))
    #expect(try row(.current, book).profitAtFall.isClose(to: 0))
  }

  @Test("G8: 60,000 long and 30,000 short are 30,000 net, not 75,000")
  func net() throws {
    let current = try row(.current, Self.book([("BTC", 60_000, 1)], short: -30_000))
    #expect(current.netBeta.isClose(to: 0.5) && current.profitAtRise.isClose(to: 3_000))
  }

  @Test("G10–G12: 325,000 half hedged lose 16,250 of 32,500 when the market falls by a tenth")
  func halfHedged() throws {
    let book = Self.book([("BTC", 325_000, 1)], short: -162_500, ratio: 0.5)
    #expect(try row(.longOnly, book).profitAtFall.isClose(to: -32_500))
    for kind in [ComparisonRow.Kind.current, .simpleDollar, .betaWeighted] {
      #expect(try row(kind, book).profitAtFall.isClose(to: -16_250), "\(kind)")
    }
  }

  @Test("a short receives a positive rate and pays a negative one; margin is the notional over the leverage")
  func funding() throws {
    let short = try row(.current, Self.book([("BTC", 60_000, 1)], short: -60_000))
    #expect(short.fundingPerDay.isClose(to: 18) && short.marginNeeded.isClose(to: 12_000))
    let paying = try row(.betaNeutral, Self.book([("BTC", 60_000, 1)], funding: -0.0003))
    #expect(paying.fundingPerDay.isClose(to: -18))
    let long = try row(.longOnly, Self.book([("BTC", 60_000, 1)]))
    #expect(long.fundingPerDay.isClose(to: 0) && long.marginNeeded.isClose(to: 0))
  }

  @Test("pairs: the other coins against the benchmark, sized so that the betas cancel (44,444.44 / 55,555.56)")
  func pairs() throws {
    let future = ComparisonInstrument(
      id: Book.perpetual("BTC"), underlying: "BTC", beta: .stated(1.2), fundingRatePerDay: .stated(0),
      marginRate: .stated(0.1))
    let book = ComparisonBook(
      holdings: [
        .init(asset: "BTC", value: .stated(40_000), beta: .stated(1.2)),
        .init(asset: "ETH", value: .stated(30_000), beta: .stated(1.4)),
        .init(asset: "SOL", value: .stated(30_000), beta: .stated(1.6)),
      ], legs: [], hedge: future, hedgeRatio: 1)
    let row = try row(.pairs, book)
    #expect(isPrinted(row.longValue.value ?? 0, 44_444.44, digits: 2))
    #expect(isPrinted(row.legNotional.value ?? 0, -55_555.56, digits: 2))
    #expect(abs(row.netBeta.value ?? 1) < 1e-12 && abs(row.profitAtRise.value ?? 1) < 1e-9)
    let alone = try self.row(.pairs, Self.book([("BTC", 1, 1)]))
    #expect(alone.netBeta.unknownReason?.detail == "no coin other than BTC is held")
  }

  @Test("carry: the coin against as much of its future; what it earns is the funding")
  func carry() throws {
    let row = try row(.carry, Self.book([("ETH", 100_000, 1.4)], ratio: 0.5))
    #expect(row.legNotional.isClose(to: -100_000) && abs(row.netBeta.value ?? 1) < 1e-12)
    #expect(row.fundingPerDay.isClose(to: 30) && row.profitAtFall.isClose(to: 0))
  }

  @Test("what is not known of one figure leaves the others standing")
  func unknown() throws {
    let reason = UnknownReason(.notReceived, "no funding rate of perp:BTC yet")
    let future = ComparisonInstrument(
      id: Book.perpetual("BTC"), underlying: "BTC", beta: .stated(1), fundingRatePerDay: .unknown(reason),
      marginRate: .stated(0.2))
    let missing = UnknownReason(.notReceived, "no price of spot:ETH yet")
    func book(_ value: Reading<Double>) -> ComparisonBook {
      ComparisonBook(
        holdings: [.init(asset: "ETH", value: value, beta: .stated(1.2))], legs: [], hedge: future, hedgeRatio: 1)
    }
    let weighted = try row(.betaWeighted, book(.stated(100)))
    #expect(weighted.fundingPerDay == .unknown(reason) && weighted.marginNeeded.isClose(to: 24))
    for row in HedgeComparison.rows(book(.unknown(missing))) {
      #expect(row.netBeta == .unknown(missing) && row.profitAtFall == .unknown(missing), "\(row.kind)")
    }
  }

  @Test("a strategy's figures make the book, with the future its policy hedges with")
  func fromFigures() throws {
    var book = Book()
    book.list("BTC", price: 65_000)
    book.list("ETH", price: 3_500, beta: 1.2)
    book.future("BTC", mark: 65_000)
    book.fundings[Book.perpetual("BTC")] = FundingRate(rate: 0.0001, interval: .hours(4), nextStamp: nil)
    book.account(balances: ["USD": 100_000])
    book.strategy(
      "core", [Book.holding("BTC", 3), Book.holding("ETH", 40)], [Book.leg("BTC", -2, entry: 65_000)],
      ratio: .exact("0.6"))
    let figures = book.evaluate()
    let strategy = figures.strategies[0]
    let compared = try #require(ComparisonBook.reading(of: strategy, benchmark: figures.benchmark).value)
    let current = try row(.current, compared)
    #expect(strategy.netBeta.netBeta.isClose(to: current.netBeta.value ?? .nan))
    #expect(strategy.funding.perDay.isClose(to: current.fundingPerDay.value ?? .nan))
    #expect(strategy.legs[0].initialMargin.isClose(to: current.marginNeeded.value ?? .nan))
    #expect(current.fundingPerDay.isClose(to: 130_000 * 0.0006))
    let preview = try #require(
      HedgePreviewing.preview(book.input, strategy: "core", hedgeRatio: .exact("0.6")).value)
    let fall = try #require(preview.impacts.first { $0.benchmarkMove == -0.1 })
    #expect(try row(.longOnly, compared).profitAtFall.isClose(to: fall.unhedgedProfit))
    book.strategies[0] = book.strategies[0].with(legs: [])
    let legless = book.evaluate()
    #expect(
      ComparisonBook.reading(of: legless.strategies[0], benchmark: legless.benchmark).unknownReason?.kind
        == .notConfigured)
  }

  @Test("S0: a beta-weighted pair of 1.4 earns nothing from (+5, +7) and 2,142.86 from (−5, −4) on 100,000 short")
  func betaWeightedPair() throws {
    // Gross 100,000 + 100,000/1.4 puts S = 100,000 on the short side and S/1.4 on the long.
    let row = try row(.pairs, Self.book([("ALT", 100_000 + 100_000 / 1.4, 1.4)]))
    let (long, short) = (try #require(row.longValue.value), try #require(row.legNotional.value))
    #expect(isClose(long, 100_000 / 1.4) && isClose(short, -100_000))
    #expect(abs(long * 0.07 + short * 0.05) < 1e-9)
    #expect(isPrinted(long * -0.04 + short * -0.05, 2_142.86, digits: 2))
  }
}
