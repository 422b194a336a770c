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

  /// A value in coins: held outright, in a wallet, or as the profit of a leg settled in coins.
  private struct Spot {
    let amount: Double
    let coin: Coin
  }

  private struct Coin {
    let price: Int
    let rate: Double
    let beta: Int
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

  /// The instruments whose prices ``drift(prices:betas:hedgeRatio:)`` takes, in this order.
  private(set) var instruments: [InstrumentID] = []
  /// The assets whose betas it takes, in this order.
  private(set) var assets: [Asset] = []

  private var spots: [Spot] = []
  private var positions: [Position] = []
  private var priceOf: [InstrumentID: Int] = [:]
  private var betaOf: [Asset: Int] = [:]

  /// Looks everything up; nil when a specification, a rate or an entry price is missing.
  init?(strategy: Strategy, wallet: [Coins], in context: ValuationContext) {
    for holding in strategy.holdings {
      guard let coin = coin(holding.asset, at: holding.instrument, context) else { return nil }
      spots.append(Spot(amount: holding.quantityValue, coin: coin))
    }
    for coins in wallet {
      guard let coin = coin(coins.asset, context) else { return nil }
      spots.append(Spot(amount: coins.amount, coin: coin))
    }
    for leg in strategy.legs where leg.contracts != 0 {
      guard let position = position(leg, context) else { return nil }
      positions.append(position)
    }
  }

  /// δ at these prices (in each instrument's quote currency), betas and hedge ratio; nil when one is missing.
  func drift(prices: [Double?], betas: [Double?], hedgeRatio: Double) -> Double? {
    var spot = Sums()
    var (long, short) = (Sums(), Sums())
    for line in spots {
      guard let price = prices[line.coin.price], let beta = betas[line.coin.beta] else { return nil }
      spot.add(line.amount * (line.coin.rate * price), beta)
    }
    for line in positions {
      guard add(line, prices, betas, &spot, &long, &short) else { return nil }
    }
    let hedged = spot.hasSpot ? spot : long
    let legs = spot.hasSpot ? long.betaValue + short.betaValue : short.betaValue
    guard hedged.value != 0 else { return nil }
    let net = NetBeta.net(unhedged: hedged.betaValue, legs: legs, over: hedged.value)
    let target = NetBeta.target(hedgeRatio: hedgeRatio, unhedgedBeta: hedged.betaValue / hedged.value)
    return NetBeta.drift(net: net, target: target)
  }

  private func add(
    _ line: Position, _ prices: [Double?], _ betas: [Double?], _ spot: inout Sums, _ long: inout Sums,
    _ short: inout Sums
  ) -> Bool {
    guard let mark = prices[line.coin.price], let beta = betas[line.coin.beta] else { return false }
    let unit = HedgeSizing.contractValue(line.convention, multiplier: line.multiplier, price: mark)
    let notional = line.contracts * unit * line.coin.rate
    if notional > 0 { long.add(notional, beta) } else { short.add(notional, beta) }
    guard let settlement = line.settlement else { return true }
    guard let price = prices[settlement.coin.price], let coinBeta = betas[settlement.coin.beta] else { return false }
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
    let coin = Coin(price: place(of: leg.instrument), rate: rate, beta: place(of: instrument.underlying))
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
    guard let quote = context.portfolio.instruments[id]?.quote,
      let rate = context.portfolio.conversionRate(of: quote)
    else { return nil }
    return Coin(price: place(of: id), rate: rate, beta: place(of: asset))
  }

  private mutating func place(of instrument: InstrumentID) -> Int {
    if let known = priceOf[instrument] { return known }
    instruments.append(instrument)
    priceOf[instrument] = instruments.count - 1
    return instruments.count - 1
  }

  private mutating func place(of asset: Asset) -> Int {
    if let known = betaOf[asset] { return known }
    assets.append(asset)
    betaOf[asset] = assets.count - 1
    return assets.count - 1
  }
}
