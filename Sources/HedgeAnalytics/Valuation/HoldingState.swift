import FoundationEssentials
import HedgeModel

/// A spot position before the strategy it belongs to is summed up.
struct HoldingState: Sendable {
  let subject: HoldingFigures.Subject
  let price: Reading<Double>
  let change: Reading<Double>
  let value: Reading<Double>
  let betaDollars: Reading<Double>
  let betaError: Reading<Double>
  let unrealisedProfit: Reading<Double>

  var asset: Asset { subject.asset }

  /// Coins held outright.
  init(_ plan: HoldingPlan, in context: ValuationContext) {
    subject = plan.subject
    price = context.prices[plan.market]
    change = context.plan.markets[plan.market].change(of: price)
    value = price.map { plan.quantity * $0 }
    betaDollars = value.combined(with: plan.slope, *)
    betaError = plan.betaError
    unrealisedProfit = plan.cost.combined(with: value) { $1 - $0 }
  }

  /// Coins in the collateral.
  init(_ collateral: CollateralPosition, betas: BetaLookup, in context: ValuationContext) {
    let asset = collateral.asset
    let market = context.portfolio.spotMarkets[asset] ?? InstrumentID(venue: "unconfigured", symbol: asset.symbol)
    subject = HoldingFigures.Subject(
      origin: .collateral(collateral.account), asset: asset, instrument: market,
      quantity: collateral.exactQuantity.map { .stated($0) } ?? collateral.quantity.decimal,
      beta: betas.beta(of: asset))
    price = context.price(of: asset)
    change = context.change(of: market, price: price)
    value = collateral.quantity * price
    betaDollars = value.combined(with: subject.beta) { $0 * $1.beta }
    betaError = subject.beta.standardError(of: asset)
    unrealisedProfit = .unknown(UnknownReason(.notConfigured, "collateral has no stated cost"))
  }

  /// The figures, once the sums of the strategy are known.
  func figures(spotValue: Reading<Double>, denominator: Reading<Double>) -> HoldingFigures {
    HoldingFigures(
      of: subject, price: price, change: change, value: value,
      weight: value.divided(by: spotValue, undefined: "no weight in a spot value of zero"), betaDollars: betaDollars,
      contribution: betaDollars.divided(by: denominator, undefined: "no contribution to a book of zero value"),
      unrealisedProfit: unrealisedProfit)
  }
}
