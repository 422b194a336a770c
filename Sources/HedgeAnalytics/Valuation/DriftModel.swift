import FoundationEssentials
import HedgeModel

/// The drift of one strategy as a function of its inputs, one sort at a time: what attribution substitutes into.
///
/// Each position is read once, at the prices and betas of then and of now; the sums over them are those of the
/// valuation, on plain numbers.
struct DriftModel {
  /// Which of the two sets of inputs counts.
  enum Instant { case then, now }

  /// A coin balance the strategy stands for.
  struct Coins {
    let asset: Asset
    let amount: Double
  }

  /// Looks a price or a beta up at both instants; nil when one is missing.
  struct Lookup {
    let context: ValuationContext
    let prices: (InstrumentID) -> (then: Double, now: Double)?
    let betas: (Asset) -> (then: Double, now: Double)?
  }

  /// One position's value and beta, then and now.
  private struct Line {
    /// The future; nil for coins.
    let future: InstrumentID?
    let value: (then: Double, now: Double)
    let beta: (then: Double, now: Double)
  }

  private let side: HedgedSide
  private var lines: [Line] = []

  /// The positions of `strategy`; nil when a price or beta is missing, or cash that has no price of then counts.
  init?(_ strategy: Strategy, side: HedgedSide, wallet: [Coins], _ lookup: Lookup) {
    guard side.denominator != .equity else { return nil }
    self.side = side
    lines.reserveCapacity(strategy.holdings.count + wallet.count + strategy.legs.count)
    for holding in strategy.holdings {
      guard let price = Self.price(holding.instrument, lookup) else { return nil }
      guard addSpot(holding.asset, at: price, (holding.quantityValue, holding.quantityValue), lookup) else {
        return nil
      }
    }
    for coins in wallet {
      guard addSpot(coins.asset, at: nil, (coins.amount, coins.amount), lookup) else { return nil }
    }
    for leg in strategy.legs where leg.contracts != 0 {
      guard addLeg(leg, lookup) else { return nil }
    }
  }

  /// δ with the prices and betas of these instants; nil when the book is worth nothing.
  func drift(prices: Instant, betas: Instant, target: NetBeta.TargetLine) -> Double? {
    var (spot, longLegs, hedged, legs) = (0.0, 0.0, 0.0, 0.0)
    for line in lines {
      let amount = prices == .then ? line.value.then : line.value.now
      let betaValue = amount * (betas == .then ? line.beta.then : line.beta.now)
      switch line.future {
      case nil:
        spot += amount
        hedged += betaValue
      case let future? where side.contains(future, isLong: amount > 0):
        longLegs += amount
        hedged += betaValue
      case _?: legs += betaValue
      }
    }
    let value = side.value(spot: spot, longLegs: longLegs, cash: 0, +, -)
    guard value != 0 else { return nil }
    return NetBeta.drift(
      net: NetBeta.net(unhedged: hedged, legs: legs, over: value),
      target: target.target(unhedgedBeta: hedged / value))
  }

  private mutating func addSpot(
    _ asset: Asset, at price: (then: Double, now: Double)?, _ quantity: (then: Double, now: Double), _ lookup: Lookup
  ) -> Bool {
    guard let price = price ?? lookup.context.portfolio.spotMarkets[asset].flatMap({ Self.price($0, lookup) }),
      let beta = lookup.betas(asset)
    else { return false }
    lines.append(
      Line(future: nil, value: (quantity.then * price.then, quantity.now * price.now), beta: beta))
    return true
  }

  private mutating func addLeg(_ leg: Leg, _ lookup: Lookup) -> Bool {
    let portfolio = lookup.context.portfolio
    guard let instrument = portfolio.instruments[leg.instrument], let mark = lookup.prices(leg.instrument),
      let conversion = portfolio.conversionRate(of: instrument.quote), let beta = lookup.betas(instrument.underlying)
    else { return false }
    func notional(_ price: Double) -> Double {
      leg.contractsValue * HedgeSizing.contractValue(of: instrument, price: price) * conversion
    }
    lines.append(Line(future: leg.instrument, value: (notional(mark.then), notional(mark.now)), beta: beta))
    guard instrument.convention == .inverse, !lookup.context.isCash(instrument.settlement) else { return true }
    guard let entry = leg.entryPriceValue else { return false }
    let size = leg.contractsValue * instrument.multiplierValue
    let margin = leg.isolatedMarginValue ?? 0
    let coins = (then: size * (1 / entry - 1 / mark.then) + margin, now: size * (1 / entry - 1 / mark.now) + margin)
    return addSpot(instrument.settlement, at: nil, coins, lookup)
  }

  /// Price of a spot market in the portfolio's currency, then and now.
  private static func price(_ id: InstrumentID, _ lookup: Lookup) -> (then: Double, now: Double)? {
    guard let quote = lookup.context.portfolio.instruments[id]?.quote, let price = lookup.prices(id),
      let rate = lookup.context.portfolio.conversionRate(of: quote)
    else { return nil }
    return (price.then * rate, price.now * rate)
  }
}
