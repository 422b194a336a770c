import FoundationEssentials
import HedgeModel

/// The drift of one strategy as a function of its inputs, one by one: what attribution substitutes into.
///
/// The same sums as the valuation's, on plain numbers; nil when an input is missing.
struct DriftModel {
  /// A coin balance the strategy stands for.
  struct Coins {
    let asset: Asset
    let amount: Double
  }

  let strategy: Strategy
  let wallet: [Coins]
  let context: ValuationContext

  private struct Sums {
    var value = 0.0
    var betaValue = 0.0
    var hasSpot = false

    mutating func add(_ value: Double, _ beta: Double) {
      self.value += value
      betaValue += value * beta
      hasSpot = true
    }
  }

  /// δ at these prices (in each instrument's quote currency), betas and hedge ratio.
  func drift(
    prices: (InstrumentID) -> Double?, betas: (Asset) -> Double?, hedgeRatio: Double
  ) -> Double? {
    var spot = Sums()
    var (long, short) = (Sums(), Sums())
    for holding in strategy.holdings {
      guard let price = price(holding.instrument, prices), let beta = betas(holding.asset) else { return nil }
      spot.add(holding.quantityValue * price, beta)
    }
    for coins in wallet {
      guard let price = coinPrice(coins.asset, prices), let beta = betas(coins.asset) else { return nil }
      spot.add(coins.amount * price, beta)
    }
    for leg in strategy.legs where leg.contracts != 0 {
      guard add(leg, prices, betas, &spot, &long, &short) else { return nil }
    }
    let hedged = spot.hasSpot ? spot : long
    let legs = spot.hasSpot ? long.betaValue + short.betaValue : short.betaValue
    guard hedged.value != 0 else { return nil }
    let net = NetBeta.net(unhedged: hedged.betaValue, legs: legs, over: hedged.value)
    let target = NetBeta.target(hedgeRatio: hedgeRatio, unhedgedBeta: hedged.betaValue / hedged.value)
    return NetBeta.drift(net: net, target: target)
  }

  private func add(
    _ leg: Leg, _ prices: (InstrumentID) -> Double?, _ betas: (Asset) -> Double?, _ spot: inout Sums,
    _ long: inout Sums, _ short: inout Sums
  ) -> Bool {
    guard let instrument = context.portfolio.instruments[leg.instrument], let mark = prices(leg.instrument),
      let conversion = context.portfolio.conversionRate(of: instrument.quote), let beta = betas(instrument.underlying)
    else { return false }
    let notional = leg.contractsValue * HedgeSizing.contractValue(of: instrument, price: mark) * conversion
    if notional > 0 { long.add(notional, beta) } else { short.add(notional, beta) }
    let settlement = instrument.convention == .linear ? instrument.quote : instrument.settlement
    guard !context.isCash(settlement) else { return true }
    guard let entry = leg.entryPriceValue, let price = coinPrice(settlement, prices),
      let coinBeta = betas(settlement)
    else { return false }
    let size = leg.contractsValue * instrument.multiplierValue
    let profit = instrument.convention == .linear ? size * (mark - entry) : size * (1 / entry - 1 / mark)
    spot.add((profit + (leg.isolatedMarginValue ?? 0)) * price, coinBeta)
    return true
  }

  private func price(_ id: InstrumentID, _ prices: (InstrumentID) -> Double?) -> Double? {
    guard let instrument = context.portfolio.instruments[id], let price = prices(id) else { return nil }
    return context.portfolio.conversionRate(of: instrument.quote).map { $0 * price }
  }

  private func coinPrice(_ asset: Asset, _ prices: (InstrumentID) -> Double?) -> Double? {
    context.portfolio.spotMarkets[asset].flatMap { price($0, prices) }
  }
}
