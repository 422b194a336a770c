import FoundationEssentials
import HedgeModel

/// A leg with its names looked up. A reference, because its state and its figures share it.
final class LegPlan: Sendable {
  let subject: LegFigures.Subject
  /// Where its market stands in the market table; nil when nothing of it has ever arrived.
  let place: Int?
  /// The place of its account in the portfolio; nil when it is not configured.
  let account: Int?
  let isSpecified: Bool
  let isLinear: Bool
  let isHeld: Bool
  let paysFunding: Bool
  /// Signed size: coins when linear, quote currency when inverse.
  let size: Double
  /// The asset that profit and margin are counted in: the quote currency when linear, the coin when inverse.
  let settlement: Asset
  /// True when that asset is cash and not exposure.
  let isCashSettled: Bool
  /// Value of one unit of the quote currency.
  let conversion: Reading<Double>
  /// Value of one unit of the settlement asset.
  let settlementPrice: PriceSource
  /// The spot market of the underlying; nil when none is configured.
  let spot: Int?
  /// Beta of the underlying, without what is known of its quality.
  let slope: Reading<Double>
  /// Standard error of that beta.
  let betaError: Reading<Double>
  let tiers: Reading<MarginTiers>
  let accrued: AccruedFunding?
  /// The funding rate at the last review.
  let rateAtReview: Double?

  init(_ leg: Leg, of strategy: Strategy, betas: BetaLookup, in directory: inout PlanDirectory) {
    let portfolio = directory.portfolio
    let specified = portfolio.instruments[leg.instrument]
    let instrument = specified ?? .unspecified(leg.instrument)
    let beta = betas.beta(of: instrument.underlying)
    let id = strategy.id(of: leg)
    subject = LegFigures.Subject(id: id, leg: leg, instrument: instrument, beta: beta)
    place = directory.place(of: leg.instrument)
    account = directory.account(leg.account)
    isSpecified = specified != nil
    isLinear = instrument.convention == .linear
    isHeld = leg.contracts != 0
    paysFunding = instrument.paysFunding
    size = leg.contractsValue * instrument.multiplierValue
    settlement = isLinear ? instrument.quote : instrument.settlement
    isCashSettled = portfolio.conversionRate(of: settlement) != nil
    conversion = isSpecified ? portfolio.conversion(of: instrument.quote) : leg.unspecified()
    settlementPrice = isLinear ? .fixed(conversion) : directory.price(of: instrument.settlement)
    spot = directory.market(of: instrument.underlying)
    slope = beta.map(\.beta)
    betaError = beta.standardError(of: instrument.underlying)
    tiers = Self.tiers(of: leg, in: account.map { portfolio.accounts[$0] })
    accrued = directory.input.accruedFunding[id]
    rateAtReview = directory.input.baselines[strategy.name]?.fundingRates[leg.instrument]
  }

  private static func tiers(of leg: Leg, in account: Account?) -> Reading<MarginTiers> {
    guard let account else {
      return .unknown(UnknownReason(.notConfigured, "no account \(leg.account) is configured"))
    }
    guard let tiers = account.tiers[leg.instrument] else {
      return .unknown(
        UnknownReason(.notConfigured, "no margin tiers of \(leg.instrument) in account \(leg.account)"))
    }
    return .stated(tiers)
  }
}

extension LegPlan {
  /// Its market while nothing of it has arrived.
  var unknownMarket: InstrumentMarket { InstrumentMarket(unknown: subject.leg.instrument) }
}

extension Leg {
  /// Any figure of a leg whose future has no specification.
  func unspecified<Value>() -> Reading<Value> {
    isUnread
      ? .unknown(.unread(account))
      : .unknown(UnknownReason(.notConfigured, "no specification of \(instrument) is configured"))
  }
}

extension Instrument {
  /// Stands for an instrument nobody specified: every figure of it is unknown.
  static func unspecified(_ id: InstrumentID) -> Instrument {
    Instrument(
      id: id, kind: .perpetual(fundingInterval: .hours(8)), underlying: Asset(id.symbol), quote: Asset(id.symbol),
      settlement: Asset(id.symbol), tickSize: 1, lotStep: 1)
  }
}
