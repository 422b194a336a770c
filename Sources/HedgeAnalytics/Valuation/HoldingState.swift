import FoundationEssentials
import HedgeModel

/// A spot position before the strategy it belongs to is summed up. It never changes; a reference for its size.
final class HoldingState: Sendable {
  let origin: HoldingFigures.Origin
  let asset: Asset
  let instrument: InstrumentID
  let quantity: Reading<Decimal>
  let price: Reading<Double>
  let change: Reading<Double>
  let value: Reading<Double>
  let beta: Reading<BetaEstimate>
  let betaDollars: Reading<Double>
  let unrealisedProfit: Reading<Double>

  /// Coins held outright.
  init(_ holding: Holding, betas: BetaLookup, in context: ValuationContext) {
    origin = .spot
    asset = holding.asset
    instrument = holding.instrument
    quantity = .stated(holding.quantity)
    price = context.spotPrice(of: holding.instrument)
    change = context.change(of: holding.instrument, price: price)
    value = price.map { holding.quantityValue * $0 }
    beta = betas.beta(of: holding.asset)
    betaDollars = value.combined(with: beta) { $0 * $1.beta }
    unrealisedProfit =
      if let cost = holding.costValue {
        value.map { $0 - cost }
      } else {
        .unknown(UnknownReason(.notConfigured, "no cost of \(holding.asset) is stated"))
      }
  }

  /// Coins in the collateral.
  init(_ collateral: CollateralPosition, betas: BetaLookup, in context: ValuationContext) {
    origin = .collateral(collateral.account)
    asset = collateral.asset
    instrument =
      context.portfolio.spotMarkets[collateral.asset]
      ?? InstrumentID(venue: "unconfigured", symbol: collateral.asset.symbol)
    quantity = collateral.exactQuantity.map { .stated($0) } ?? collateral.quantity.decimal
    price = context.price(of: collateral.asset)
    change = context.change(of: instrument, price: price)
    value = collateral.quantity * price
    beta = betas.beta(of: collateral.asset)
    betaDollars = value.combined(with: beta) { $0 * $1.beta }
    unrealisedProfit = .unknown(UnknownReason(.notConfigured, "collateral has no stated cost"))
  }

  /// The figures, once the sums of the strategy are known.
  func figures(spotValue: Reading<Double>, denominator: Reading<Double>) -> HoldingFigures {
    HoldingFigures(
      origin: origin, asset: asset, instrument: instrument, quantity: quantity, price: price, change: change,
      value: value, weight: value.divided(by: spotValue, undefined: "no weight in a spot value of zero"), beta: beta,
      betaDollars: betaDollars,
      contribution: betaDollars.divided(by: denominator, undefined: "no contribution to a book of zero value"),
      unrealisedProfit: unrealisedProfit)
  }
}
