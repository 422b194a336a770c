import FoundationEssentials
import HedgeAnalytics
import HedgeModel
import Testing

@Suite("Kinds of strategies, valued") struct StrategyKindTests {
  /// A book with one strategy of a kind, and the coins its legs are on.
  struct Sample {
    var book = Book()
    var kind = Strategy.Kind.spotHedge
    var aim = HedgePolicy.Aim.hedgeRatio(1)
    var mode = HedgePolicy.Mode.sameAsset
    var spread: SpreadPlan?
    var bucket: Bucket?

    mutating func coin(_ asset: Asset, beta: Double, price: Double = 1, multiplier: Decimal = 1, lot: String = "0.01") {
      book.list(asset, price: price, beta: beta)
      book.future(asset, mark: price, lot: lot, multiplier: multiplier)
    }

    func figures(_ holdings: [Holding], _ legs: [Leg], cash: Decimal = 100_000) -> PortfolioFigures {
      var book = book
      book.account(balances: ["USD": cash])
      book.strategies = [
        Strategy(
          name: "s", kind: kind, holdings: holdings, legs: legs, policy: HedgePolicy(aim: aim, mode: mode),
          spread: spread, bucket: bucket)
      ]
      return PortfolioValuation.evaluate(book.input)
    }
  }

  static func leg(_ asset: Asset, _ contracts: Decimal, _ side: PositionSide) -> Leg {
    Leg(
      instrument: Book.perpetual(asset), account: "main", contracts: contracts, entryPrice: 1, leverage: 10, side: side)
  }

  static func trades(_ figures: PortfolioFigures) -> [String: Double] {
    figures.strategies[0].suggestions.reduce(into: [:]) { $0[$1.leg.instrument.symbol] = $1.exactContracts }
  }

  @Test("G2: a basket of 100,000 with beta 1.3 is short 130,000 of the benchmark, over its long value")
  func basket() {
    var sample = Sample(kind: .basket, mode: .benchmark(Book.perpetual("BTC")))
    for (asset, beta) in [("ETH", 1.2), ("SOL", 1.35), ("BTC", 1)] as [(Asset, Double)] {
      sample.coin(asset, beta: beta)
    }
    let figures = sample.figures(
      [], [Self.leg("ETH", 33_333, .long), Self.leg("SOL", 66_667, .long), Self.leg("BTC", 0, .short)])
    let beta = figures.strategies[0].netBeta
    #expect(beta.denominator == .grossLongValue && beta.denominatorValue.isClose(to: 100_000))
    #expect(beta.spotBeta.isClose(to: 1.3000005) && beta.target.value == 0)
    #expect(isClose(Self.trades(figures)["BTC"] ?? .nan, -130_000.05))
  }

  @Test("G1: a pair long 10,000 with beta 1.2 is short 12,000 of the other")
  func pair() {
    var sample = Sample(kind: .pair, mode: .benchmark(Book.perpetual("BTC")))
    sample.coin("ETH", beta: 1.2)
    sample.coin("BTC", beta: 1)
    let figures = sample.figures([Book.holding("ETH", 10_000)], [Self.leg("BTC", 0, .short)])
    #expect(isClose(Self.trades(figures)["BTC"] ?? .nan, -12_000))
  }

  @Test("two baskets of 100,000 gross with betas 1.5 and 1.2 are 44,444.44 and 55,555.56")
  func spread() {
    var sample = Sample(kind: .sectorSpread)
    sample.spread = SpreadPlan(gross: 100_000, weights: [Book.perpetual("A"): 1, Book.perpetual("B"): 1])
    sample.coin("A", beta: 1.5)
    sample.coin("B", beta: 1.2)
    let empty = sample.figures([], [Self.leg("A", 0, .long), Self.leg("B", 0, .short)])
    #expect(isClose(Self.trades(empty)["A"] ?? .nan, 44_444.444444444445))
    #expect(isClose(Self.trades(empty)["B"] ?? .nan, -55_555.555555555555))
    let held = sample.figures(
      [], [Self.leg("A", Decimal(exactly: "44444.44")!, .long), Self.leg("B", Decimal(exactly: "-55555.56")!, .short)])
    #expect(abs(held.strategies[0].netBeta.drift.value ?? 1) < 1e-6)
  }

  @Test("equal sides of a spread are made neutral by a third leg of −(V_L·β_L − V_S·β_S)")
  func balancedSpread() {
    var sample = Sample(kind: .sectorSpread)
    sample.spread = SpreadPlan(
      gross: 100_000, weights: [Book.perpetual("A"): 1, Book.perpetual("B"): 0.25, Book.perpetual("C"): 0.75],
      balance: Book.perpetual("BTC"))
    for (asset, beta) in [("A", 1.5), ("B", 1.4), ("C", 1), ("BTC", 1)] as [(Asset, Double)] {
      sample.coin(asset, beta: beta)
    }
    let legs = [
      Self.leg("A", 0, .long), Self.leg("B", 0, .short), Self.leg("C", 0, .short), Self.leg("BTC", 0, .short),
    ]
    let trades = Self.trades(sample.figures([], legs))
    let planned = ["A": 50_000, "B": -12_500, "C": -37_500, "BTC": -20_000.0]
    #expect(trades.count == 4 && planned.allSatisfy { isClose(trades[$0] ?? .nan, $1) })
    let filled = legs.map { $0.with(contracts: Decimal(planned[$0.instrument.symbol] ?? 0), entryPrice: 1) }
    let figures = sample.figures([], filled)
    #expect(abs(figures.strategies[0].netBeta.netBeta.value ?? 1) < 1e-12)
    #expect(figures.strategies[0].suggestions.isEmpty)
  }

  @Test("5M with beta 0.8 to 1.5 takes +17.5 contracts of 8,000 × 25")
  func leveragedLong() {
    var sample = Sample(kind: .leveragedLong, aim: .netBeta(Decimal(15) / 10), mode: .benchmark(Book.perpetual("IDX")))
    sample.coin("S", beta: 0.8, price: 100)
    sample.coin("IDX", beta: 1, price: 8000, multiplier: 25, lot: "0.5")
    let figures = sample.figures([Book.holding("S", 50_000)], [Self.leg("IDX", 0, .long)])
    #expect(isClose(Self.trades(figures)["IDX"] ?? .nan, 17.5))
    #expect(figures.strategies[0].netBeta.target.value == 1.5)
  }

  @Test("G6: 10,000 at 3× without coins is 30,000 of exposure: net beta 3 over the equity, leverage 3")
  func leverageWithoutCoins() {
    var sample = Sample(kind: .leveragedLong, aim: .netBeta(3), mode: .benchmark(Book.perpetual("BTC")))
    sample.coin("BTC", beta: 1)
    let figures = sample.figures([], [Self.leg("BTC", 30_000, .long)], cash: 10_000).strategies[0]
    #expect(figures.netBeta.denominator == .equity && figures.netBeta.netBeta.value == 3)
    #expect(figures.leverage.value == 3 && figures.equity.value == 10_000 && figures.suggestions.isEmpty)
  }

  @Test("coins sold are bought back forward: too few futures are a net beta below zero")
  func reverseCarry() {
    var sample = Sample(kind: .reverseCarry)
    sample.coin("BTC", beta: 1, price: 50_000)
    let holding = [Holding(asset: "BTC", instrument: Book.spot("BTC"), quantity: -2)]
    let half = sample.figures(holding, [Self.leg("BTC", 1, .long)])
    #expect(half.strategies[0].netBeta.denominator == .spotSold)
    #expect(half.strategies[0].netBeta.netBeta.value == -0.5 && half.strategies[0].netBeta.drift.value == -0.5)
    #expect(Self.trades(half) == ["BTC": 1])
  }

  @Test("a cash and carry is short as many coins as it holds, whatever their beta")
  func cashAndCarry() {
    var sample = Sample(kind: .cashAndCarry)
    sample.coin("ETH", beta: 1.3, price: 3_000)
    let figures = sample.figures([Book.holding("ETH", 40)], [Self.leg("ETH", 0, .short)])
    #expect(Self.trades(figures) == ["ETH": -40])
  }

  @Test("a carry in a future above its coin is sized in coins: equal coins lock the basis")
  func carriedCoins() {
    var sample = Sample(kind: .cashAndCarry)
    sample.coin("BTC", beta: 1, price: 60_000)
    sample.book.future("BTC", mark: 61_800, lot: "0.01")
    let open = sample.figures([Book.holding("BTC", 2)], [Self.leg("BTC", 0, .short)])
    #expect(isClose(Self.trades(open)["BTC"] ?? .nan, -2))
    let closed = sample.figures([Book.holding("BTC", 2)], [Self.leg("BTC", -2, .short)])
    #expect(closed.strategies[0].suggestions.isEmpty)
  }

  @Test("G8: a core of 60,000 with 30,000 short nets 30,000, and its overlay is half the core")
  func allocation() {
    var sample = Sample(kind: .spotHedge, aim: .hedgeRatio(Decimal(5) / 10), mode: .benchmark(Book.perpetual("BTC")))
    sample.coin("BTC", beta: 1)
    let figures = sample.figures([Book.holding("BTC", 60_000)], [Self.leg("BTC", -30_000, .short)], cash: 40_000)
    #expect(figures.totals.betaDollars.value == 30_000 && figures.totals.netBeta.value == 0.5)
    let rows = figures.allocation.rows
    #expect(figures.allocation.capital.value == 100_000)
    #expect(rows.map(\.bucket) == Bucket.allCases && rows.map(\.value.value) == [60_000, 30_000, 0])
    #expect(rows.map(\.share.value) == [0.6, 0.5, 0] && rows.map(\.standing.value) == [.within, .above, .below])
    #expect(figures.allocation.unallocated.isClose(to: 37_000))
  }

  @Test("a stated bucket holds all of a strategy")
  func statedBucket() {
    var sample = Sample(kind: .spotHedge, mode: .benchmark(Book.perpetual("BTC")))
    sample.bucket = .alpha
    sample.coin("BTC", beta: 1)
    let figures = sample.figures([Book.holding("BTC", 60_000)], [Self.leg("BTC", -30_000, .short)], cash: 40_000)
    #expect(figures.allocation.rows.map(\.value.value) == [0, 0, 60_000])
  }

  @Test("an unknown price makes totals and shares unknown, never smaller")
  func unknown() {
    var sample = Sample(kind: .spotHedge, mode: .benchmark(Book.perpetual("BTC")))
    sample.coin("BTC", beta: 1)
    sample.coin("ETH", beta: 1.2)
    sample.book.missingMarkets = [Book.spot("ETH")]
    let figures = sample.figures(
      [Book.holding("BTC", 60_000), Book.holding("ETH", 10)], [Self.leg("BTC", -30_000, .short)])
    #expect(figures.totals.spotValue.value == nil && figures.totals.netBeta.value == nil)
    #expect(figures.totals.shortNotional.value == -30_000)
    #expect(
      figures.allocation.rows.map(\.share.value) == [nil, nil, nil] && figures.allocation.unallocated.value == nil)
  }

  @Test("a net beta decided changes the aim, and a ratio decided before the strategy aimed at one does not")
  func decisions() {
    var sample = Sample(kind: .leveragedLong, aim: .netBeta(2), mode: .benchmark(Book.perpetual("BTC")))
    sample.coin("BTC", beta: 1)
    sample.book.strategies = [
      Strategy(
        name: "s", kind: .leveragedLong, holdings: [], legs: [Self.leg("BTC", 0, .long)],
        policy: HedgePolicy(aim: sample.aim, mode: sample.mode))
    ]
    func aim(after changes: [Decision.Change]) -> HedgePolicy.Aim {
      let decisions = changes.enumerated().map {
        Decision(id: Int64($0 + 1), at: Book.now, strategy: "s", change: $1)
      }
      return sample.book.portfolio.applying(decisions).strategies[0].policy.aim
    }
    #expect(aim(after: [.netBeta(old: 2, new: 3)]) == .netBeta(3))
    #expect(aim(after: [.hedgeRatio(old: 1, new: Decimal(5) / 10)]) == .netBeta(2))
    #expect(aim(after: [.netBeta(old: 2, new: 3), .undo(id: 1)]) == .netBeta(2))
  }
}
