import FoundationEssentials
import HedgeModel

/// The drift of one strategy as a function of its inputs, one by one: what attribution substitutes into.
///
/// The same sums as the valuation's, on plain numbers. What is held is looked up once; a drift at other prices or betas
/// is then arithmetic.
struct DriftModel {
  /// A coin balance the strategy stands for.
  struct Coins: Equatable {
    let asset: Asset
    let amount: Double
  }

  /// Something with a price and a beta, once for each time one is needed.
  struct Source {
    let instrument: InstrumentID
    let asset: Asset
    let isFuture: Bool
  }

  /// Prices, in each instrument's quote currency, and betas of ``sources``; nil where unknown.
  struct Values {
    var prices: [Double?]
    var betas: [Double?]
  }

  /// A source with the rate from its quote currency.
  private struct Coin {
    let source: Int
    let rate: Double
  }

  /// A value in coins: held outright or in a wallet.
  private struct Spot {
    let amount: Double
    let coin: Coin
  }

  private struct Position {
    let contracts: Double
    let convention: Instrument.Convention
    let multiplier: Double
    let coin: Coin
    /// Entry price, isolated margin and settlement coin, where profit is paid in coins.
    let settlement: (entry: Double, margin: Double, coin: Coin)?
  }

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

  /// What ``drift(at:hedgeRatio:)`` takes the values of, in this order.
  private(set) var sources: [Source] = []

  private var spots: [Spot] = []
  private var positions: [Position] = []

  /// Looks everything up; nil when a specification, a rate or an entry price is missing.
  init?(strategy: Strategy, wallet: [Coins], in context: ValuationContext) {
    let count = strategy.holdings.count + wallet.count + strategy.legs.count
    sources.reserveCapacity(count)
    spots.reserveCapacity(strategy.holdings.count + wallet.count)
    positions.reserveCapacity(strategy.legs.count)
    for holding in strategy.holdings {
      guard let coin = coin(holding.asset, at: holding.instrument, context) else { return nil }
      spots.append(Spot(amount: holding.quantityValue, coin: coin))
    }
    for coins in wallet {
      guard let coin = coin(coins.asset, context) else { return nil }
      spots.append(Spot(amount: coins.amount, coin: coin))
    }
    for leg in strategy.legs where leg.contractsValue != 0 {
      guard let position = position(leg, context) else { return nil }
      positions.append(position)
    }
  }

  /// δ at these values and this hedge ratio; nil when one is missing.
  func drift(at values: Values, hedgeRatio: Double) -> Double? {
    var spot = Sums()
    var (long, short) = (Sums(), Sums())
    for line in spots {
      guard let price = values.prices[line.coin.source], let beta = values.betas[line.coin.source] else { return nil }
      spot.add(line.amount * (line.coin.rate * price), beta)
    }
    for line in positions {
      guard add(line, values, &spot, &long, &short) else { return nil }
    }
    let hedged = spot.hasSpot ? spot : long
    let legs = spot.hasSpot ? long.betaValue + short.betaValue : short.betaValue
    guard hedged.value != 0 else { return nil }
    let net = NetBeta.net(unhedged: hedged.betaValue, legs: legs, over: hedged.value)
    let target = NetBeta.target(hedgeRatio: hedgeRatio, unhedgedBeta: hedged.betaValue / hedged.value)
    return NetBeta.drift(net: net, target: target)
  }

  private func add(
    _ line: Position, _ values: Values, _ spot: inout Sums, _ long: inout Sums, _ short: inout Sums
  ) -> Bool {
    guard let mark = values.prices[line.coin.source], let beta = values.betas[line.coin.source] else { return false }
    let unit = HedgeSizing.contractValue(line.convention, multiplier: line.multiplier, price: mark)
    let notional = line.contracts * unit * line.coin.rate
    if notional > 0 { long.add(notional, beta) } else { short.add(notional, beta) }
    guard let settlement = line.settlement else { return true }
    guard let price = values.prices[settlement.coin.source], let coinBeta = values.betas[settlement.coin.source] else {
      return false
    }
    let size = line.contracts * line.multiplier
    let profit =
      line.convention == .linear ? size * (mark - settlement.entry) : size * (1 / settlement.entry - 1 / mark)
    spot.add((profit + settlement.margin) * (settlement.coin.rate * price), coinBeta)
    return true
  }
}

extension DriftModel {
  private mutating func position(_ leg: Leg, _ context: ValuationContext) -> Position? {
    guard let instrument = context.portfolio.instruments[leg.instrument],
      let rate = context.portfolio.conversionRate(of: instrument.quote)
    else { return nil }
    let coin = Coin(source: add(leg.instrument, instrument.underlying, instrument), rate: rate)
    let settled = instrument.convention == .linear ? instrument.quote : instrument.settlement
    var settlement: (entry: Double, margin: Double, coin: Coin)?
    if !context.isCash(settled) {
      guard let entry = leg.entryPriceValue, let coin = self.coin(settled, context) else { return nil }
      settlement = (entry, leg.isolatedMarginValue ?? 0, coin)
    }
    return Position(
      contracts: leg.contractsValue, convention: instrument.convention, multiplier: instrument.multiplierValue,
      coin: coin, settlement: settlement)
  }

  private mutating func coin(_ asset: Asset, _ context: ValuationContext) -> Coin? {
    context.portfolio.spotMarkets[asset].flatMap { coin(asset, at: $0, context) }
  }

  private mutating func coin(_ asset: Asset, at id: InstrumentID, _ context: ValuationContext) -> Coin? {
    guard let instrument = context.portfolio.instruments[id],
      let rate = context.portfolio.conversionRate(of: instrument.quote)
    else { return nil }
    return Coin(source: add(id, asset, instrument), rate: rate)
  }

  private mutating func add(_ id: InstrumentID, _ asset: Asset, _ instrument: Instrument) -> Int {
    sources.append(Source(instrument: id, asset: asset, isFuture: instrument.isFuture))
    return sources.count - 1
  }
}
