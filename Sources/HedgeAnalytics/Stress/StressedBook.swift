import HedgeModel

/// A book under one scenario: what moves by how much, worked out once, to be applied at any scale.
struct StressedBook {
  let book: StressBook
  let scenario: StressScenario
  let benchmarkMove: Reading<Double>
  let moves: [Asset: StressMove]
  /// Relative change of each future's price over its underlying's: Δ(F/S) / (F/S).
  let basisChanges: [InstrumentID: Reading<Double>]
  /// What longs of each perpetual pay while the scenario lasts, a fraction of the notional.
  let fundingFractions: [InstrumentID: Double]

  init(_ book: StressBook, under scenario: StressScenario) {
    self.book = book
    self.scenario = scenario
    let benchmarkMove = scenario.prices.benchmarkMove(of: book.portfolio.benchmark, in: scenario)
    self.benchmarkMove = benchmarkMove
    let resolver = StressMoves(book: book, scenario: scenario, benchmarkMove: benchmarkMove)
    moves = Dictionary(uniqueKeysWithValues: book.coins.map { ($0, resolver.move(of: $0)) })
    basisChanges = scenario.basis.map { Self.basisChanges($0, in: book) } ?? [:]
    fundingFractions = scenario.funding.map { Self.fundingFractions($0, in: book) } ?? [:]
  }

  /// The inputs of the valuation when the scenario has gone `scale` of its way.
  func input(at scale: Double) -> ValuationInput {
    guard scale != 0 else { return book.input }
    var input = book.input
    input.markets = markets(at: scale)
    input.betas = betas(at: scale)
    if !fundingFractions.isEmpty { input.portfolio = funded(at: scale, prices: input) }
    return input
  }

  func figures(at scale: Double) -> PortfolioFigures { PortfolioValuation.evaluate(input(at: scale)) }

  private static func basisChanges(_ shock: BasisShock, in book: StressBook) -> [InstrumentID: Reading<Double>] {
    book.legs.reduce(into: [:]) { changes, leg in
      let size = book.netSizes[leg.leg.instrument] ?? 0
      let side = shock.isAgainstPosition ? (size < 0 ? 1.0 : size > 0 ? -1 : 0) : 1
      changes[leg.leg.instrument] = leg.basis.map { side * shock.basisPoints / 1e4 / (1 + $0 / 1e4) }
    }
  }

  private static func fundingFractions(_ shock: FundingShock, in book: StressBook) -> [InstrumentID: Double] {
    book.legs.reduce(into: [:]) { fractions, leg in
      guard case .perpetual(let specified) = leg.instrument.kind else { return }
      let size = book.netSizes[leg.leg.instrument] ?? 0
      let side = shock.isAgainstPosition ? (size < 0 ? -1.0 : size > 0 ? 1 : 0) : 1
      let known = leg.funding.rate.value
      let interval = known?.interval ?? specified
      let stamps = FundingSchedule.stamps(
        in: shock.duration, interval: interval, next: known?.nextStamp, now: book.input.now)
      let rate = shock.rate * interval.inSeconds / shock.interval.inSeconds
      fractions[leg.leg.instrument] = side * rate * Double(stamps)
    }
  }
}
