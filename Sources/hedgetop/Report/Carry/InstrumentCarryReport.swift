import FoundationEssentials
import HedgeAnalytics
import HedgeModel

/// What one future yields against spot, as JSON. Yields are fractions a year, simple unless said.
struct InstrumentCarryReport: Encodable {
  /// A yield after costs.
  struct Yield: Encodable {
    let net: Double
    let gross: Double
    let fees: Double
    let borrow: Double
    @Nullable var compound: Double?
    let days: Double
    let restsOn: String

    init(_ yield: CarryYield) {
      net = yield.net
      gross = yield.gross
      fees = yield.fees
      borrow = yield.borrow
      compound = yield.compound
      days = yield.days
      restsOn = yield.source.rawValue
    }
  }

  let instrument: String
  let account: String
  let underlying: String
  let kind: String
  let mark: FigureReport<Double>
  let basisBps: FigureReport<Double>
  @Nullable var daysToExpiry: Double?
  let annualisedBasis: FigureReport<Double>
  let fundingRate: FigureReport<Double>
  let fundingIntervalHours: FigureReport<Double>
  let fundingYield: FigureReport<Double>
  let averagingWindowDays: Double
  let averageFundingYield: FigureReport<Double>
  let cashAndCarry: FigureReport<Yield>
  let reverseCarry: FigureReport<Yield>

  init(_ carry: InstrumentCarry, now: Timestamp) {
    func figure(_ reading: Reading<Double>) -> FigureReport<Double> { FigureReport(reading: reading, now: now) }
    instrument = carry.leg.instrument.description
    account = carry.leg.account.name
    underlying = carry.instrument.underlying.symbol
    kind = carry.days == nil ? "perpetual" : "dated"
    mark = figure(carry.mark)
    basisBps = figure(carry.basisPoints)
    daysToExpiry = carry.days
    annualisedBasis = figure(carry.annualisedBasis)
    fundingRate = figure(carry.rate.map(\.rate))
    fundingIntervalHours = figure(carry.rate.map(\.interval.inHours))
    fundingYield = figure(carry.fundingYield)
    averagingWindowDays = carry.averagingWindow.inDays
    averageFundingYield = figure(carry.averageFunding.map(\.annualised))
    cashAndCarry = FigureReport(reading: carry.cashAndCarry.map(Yield.init), now: now)
    reverseCarry = FigureReport(reading: carry.reverseCarry.map(Yield.init), now: now)
  }
}
