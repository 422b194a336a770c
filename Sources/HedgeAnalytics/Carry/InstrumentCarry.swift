import HedgeModel

/// What carrying one configured future against spot yields. Rates and yields are fractions a year, simple.
public struct InstrumentCarry: Hashable, Sendable {
  /// The future and the account whose fees count.
  public let leg: LegID
  /// The future.
  public let instrument: Instrument
  /// Its mark price.
  public let mark: Reading<Double>
  /// (F/S − 1)·10⁴.
  public let basisPoints: Reading<Double>
  /// Days to the expiry; nil for a perpetual.
  public let days: Double?
  /// The basis a year, before fees; unknown (undefined) for a perpetual, which has no date to earn it by.
  public let annualisedBasis: Reading<Double>
  /// The current funding rate with its interval; unknown (undefined) for a dated future.
  public let rate: Reading<FundingRate>
  /// The current rate a year by its real interval, before fees.
  public let fundingYield: Reading<Double>
  /// The stretch of realised funding that is averaged.
  public let averagingWindow: Duration
  /// The mean funding of the averaging window, before fees.
  public let averageFunding: Reading<FundingOutlook>
  /// Long spot, short future, after fees: of a perpetual by its average funding where that is known, else by the
  /// current rate; the yield says which.
  public let cashAndCarry: Reading<CarryYield>
  /// Short spot, long future, after fees and interest; unknown where no rate to borrow at is stated.
  public let reverseCarry: Reading<CarryYield>

  /// The carry of a leg's future.
  public init(_ leg: LegFigures, terms: CarryTerms, market: CarryMarket, at now: Timestamp) {
    self.leg = leg.id
    instrument = leg.instrument
    mark = leg.mark
    basisPoints = leg.basis
    annualisedBasis = leg.annualisedBasis
    rate = leg.funding.rate
    fundingYield = leg.funding.annualisedRate
    let average = Self.average(leg, terms, market, now)
    averageFunding = average
    averagingWindow = terms.averagingWindow
    if case .dated(let expiry) = leg.instrument.kind { days = (expiry - now).inDays } else { days = nil }
    let trade = CarryTrade(leg, days: days, average: average, terms: terms, fee: market.fee(in: leg.id.account))
    cashAndCarry = trade.yield(.cashAndCarry)
    reverseCarry = trade.yield(.reverse)
  }

  /// The carry of every future a portfolio is configured with, each in each account once, in the order of the
  /// configuration.
  ///
  /// - Parameter terms: the assumptions, by the first strategy that has the future.
  public static func all(
    in figures: PortfolioFigures, market: CarryMarket, terms: (StrategyFigures) -> CarryTerms
  ) -> [InstrumentCarry] {
    var seen: Set<[String]> = []
    return figures.strategies.flatMap { strategy in
      strategy.legs.filter { seen.insert([$0.id.instrument.description, $0.id.account.name]).inserted }
        .map { InstrumentCarry($0, terms: terms(strategy), market: market, at: figures.now) }
    }
  }

  /// The same with one set of assumptions for all.
  public static func all(
    in figures: PortfolioFigures, terms: CarryTerms, market: CarryMarket
  ) -> [InstrumentCarry] {
    all(in: figures, market: market) { _ in terms }
  }

  private static func average(
    _ leg: LegFigures, _ terms: CarryTerms, _ market: CarryMarket, _ now: Timestamp
  ) -> Reading<FundingOutlook> {
    let id = leg.id.instrument
    guard leg.instrument.paysFunding else {
      return .unknown(UnknownReason(.undefined, "a dated future pays no funding"))
    }
    return market.payments(of: id).flatMap {
      FundingOutlook.average(of: $0, over: terms.averagingWindow, at: now, instrument: id)
    }
  }
}

/// Spot against one future, before the side is chosen.
private struct CarryTrade {
  /// Days to the expiry; nil for a perpetual.
  let days: Double?
  let holdingDays: Double
  /// F/S − 1.
  let basis: Reading<Double>
  /// Funding a year, and what it rests on.
  let funding: Reading<(rate: Double, source: CarryYield.Source)>
  let fees: Reading<CarryFees>
  let borrowRate: Double?

  init(
    _ leg: LegFigures, days: Double?, average: Reading<FundingOutlook>, terms: CarryTerms, fee: Reading<Double>
  ) {
    self.days = days
    holdingDays = terms.holdingPeriod.inDays
    basis = leg.basis.map { $0 / 10_000 }
    funding =
      average.value == nil
      ? leg.funding.annualisedRate.map { ($0, .currentFunding) } : average.map { ($0.annualised, .averageFunding) }
    fees = fee.map { CarryFees(spot: terms.spotFee ?? $0, future: $0) }
    borrowRate = terms.borrowRates[leg.instrument.underlying]
  }

  func yield(_ direction: CarryDirection) -> Reading<CarryYield> {
    if let days {
      return basis.combined(with: fees) { ($0, $1) }.flatMap {
        CashAndCarry.locked(direction, basis: $0.0, days: days, fees: $0.1, borrowRate: borrowRate)
      }
    }
    return funding.combined(with: fees) { ($0, $1) }.flatMap {
      CashAndCarry.funding(
        direction, annualRate: $0.0.rate, source: $0.0.source, days: holdingDays, fees: $0.1, borrowRate: borrowRate)
    }
  }
}
