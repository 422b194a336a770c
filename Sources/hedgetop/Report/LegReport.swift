import FoundationEssentials
import HedgeAnalytics
import HedgeModel

/// A futures leg as JSON. Funding cash is received positive, paid negative.
struct LegReport: Encodable {
  /// What the leg costs or pays.
  struct FundingReport: Encodable {
    let rate: FigureReport<Double>
    let intervalHours: FigureReport<Double>
    @Nullable var nextStamp: String?
    let annualisedRate: FigureReport<Double>
    let perDay: FigureReport<Double>
    let accrued: FigureReport<Double>
    @Nullable var accruedSince: String?
    let projected: FigureReport<Double>
    let reversed: Bool
  }

  let instrument: String
  let account: String
  @Nullable var contracts: Decimal?
  @Nullable var entryPrice: Decimal?
  let mark: FigureReport<Double>
  let notional: FigureReport<Double>
  let beta: FigureReport<BetaReport>
  let contribution: FigureReport<Double>
  let unrealisedProfit: FigureReport<Double>
  let basisBps: FigureReport<Double>
  let annualisedBasis: FigureReport<Double>
  let initialMargin: FigureReport<Double>
  let maintenanceMargin: FigureReport<Double>
  let liquidationPrice: FigureReport<Double>
  let liquidationDistance: FigureReport<Double>
  let funding: FundingReport

  init(_ leg: LegFigures, now: Timestamp) {
    func figure(_ reading: Reading<Double>) -> FigureReport<Double> { FigureReport(reading: reading, now: now) }
    instrument = leg.id.instrument.description
    account = leg.id.account.name
    contracts = leg.isUnread ? nil : leg.leg.contracts
    entryPrice = leg.isUnread ? nil : leg.leg.entryPrice
    mark = figure(leg.mark)
    notional = figure(leg.notional)
    beta = FigureReport(reading: leg.beta.map(BetaReport.init), now: now)
    contribution = figure(leg.contribution)
    unrealisedProfit = figure(leg.unrealisedProfit)
    basisBps = figure(leg.basis)
    annualisedBasis = figure(leg.annualisedBasis)
    initialMargin = figure(leg.initialMargin)
    maintenanceMargin = figure(leg.maintenanceMargin)
    liquidationPrice = figure(leg.liquidationPrice)
    liquidationDistance = figure(leg.liquidationDistance)
    funding = FundingReport(
      rate: figure(leg.funding.rate.map(\.rate)),
      intervalHours: figure(leg.funding.rate.map(\.interval.inHours)),
      nextStamp: leg.funding.rate.value?.nextStamp?.iso8601,
      annualisedRate: figure(leg.funding.annualisedRate), perDay: figure(leg.funding.perDay),
      accrued: figure(leg.funding.accrued), accruedSince: leg.funding.accruedSince?.iso8601,
      projected: figure(leg.funding.projected), reversed: leg.funding.hasReversed)
  }
}
