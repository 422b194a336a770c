import FoundationEssentials
import HedgeModel

/// The positions of one strategy as far as its drift goes, with the prices and betas of the last review and where
/// those of now are found: what attribution substitutes into.
struct DriftModel: Sendable {
  /// A number at the review and now.
  typealias Pair = (then: Double, now: Double)

  /// A coin balance of an account.
  struct Coins: Equatable {
    /// The account's place in the portfolio.
    let account: Int
    let asset: Asset
    let amount: Double
  }

  /// A price in its quote currency.
  struct Price: Sendable {
    /// Where the market stands in the market table.
    let place: Int
    /// True for a future, whose mark counts; of spot the quote does.
    let isMark: Bool
    /// The price at the review; nil for what came later.
    let then: Double?
    /// Value of one unit of the quote currency.
    let conversion: Double
  }

  /// What a position is worth once the prices of now are known.
  private enum Amount: Sendable {
    case coins(Double, Price)
    /// The strategy's share of a balance in an account.
    case balance(Double, account: Int, Price)
    case linear(size: Double, Price)
    case inverse(size: Double, Price)
    /// Coins of profit and margin of an inverse leg, at the price of the coin.
    case profit(size: Double, entry: Double, margin: Double, mark: Price, coin: Price)
  }

  /// Which sums a position counts to.
  fileprivate enum Role: Sendable {
    /// Coins are hedged.
    case spot
    /// A leg that is hedged as long as it is long.
    case hedgedWhenLong
    /// A leg that hedges.
    case hedge
  }

  private struct Line: Sendable {
    let role: Role
    let amount: Amount
    let beta: Pair
  }

  private let side: HedgedSide
  private var lines: [Line] = []

  /// The positions of `strategy`; nil when a price or beta is missing, or cash that has no value of then counts.
  init?(_ strategy: Strategy, wallets: [Coins], _ lookup: DriftLookup) {
    side = HedgedSide(
      of: strategy, hasSpot: !strategy.holdings.isEmpty || !wallets.isEmpty || Self.hasCoinProfit(strategy, lookup))
    guard side.denominator != .equity else { return nil }
    lines.reserveCapacity(strategy.holdings.count + wallets.count + strategy.legs.count)
    for holding in strategy.holdings {
      guard let price = lookup.price(of: holding.instrument),
        add(.coins(holding.quantityValue, price), of: holding.asset, lookup)
      else { return nil }
    }
    for coins in wallets {
      guard let price = lookup.price(of: coins.asset),
        add(.balance(coins.amount, account: coins.account, price), of: coins.asset, lookup)
      else { return nil }
    }
    for leg in strategy.legs where leg.contracts != 0 {
      guard add(leg, lookup) else { return nil }
    }
  }

  private mutating func add(_ amount: Amount, of coin: Asset, role: Role = .spot, _ lookup: DriftLookup) -> Bool {
    guard let beta = lookup.beta(of: coin) else { return false }
    lines.append(Line(role: role, amount: amount, beta: beta))
    return true
  }

  private mutating func add(_ leg: Leg, _ lookup: DriftLookup) -> Bool {
    let portfolio = lookup.input.portfolio
    guard let instrument = portfolio.instruments[leg.instrument], let mark = lookup.price(of: leg.instrument) else {
      return false
    }
    let size = leg.contractsValue * instrument.multiplierValue
    let isLinear = instrument.convention == .linear
    let notional: Amount = isLinear ? .linear(size: size, mark) : .inverse(size: size, mark)
    let role = side.contains(leg.instrument, isLong: true) ? Role.hedgedWhenLong : .hedge
    guard add(notional, of: instrument.underlying, role: role, lookup) else { return false }
    guard !isLinear, portfolio.conversionRate(of: instrument.settlement) == nil else { return true }
    guard let entry = leg.entryPriceValue, let coin = lookup.price(of: instrument.settlement) else { return false }
    let margin = leg.isolatedMarginValue ?? 0
    return add(
      .profit(size: size, entry: entry, margin: margin, mark: mark, coin: coin), of: instrument.settlement, lookup)
  }
}

extension DriftModel {
  /// True when an inverse leg's profit is coins, which count as held.
  private static func hasCoinProfit(_ strategy: Strategy, _ lookup: DriftLookup) -> Bool {
    let portfolio = lookup.input.portfolio
    return strategy.legs.contains { leg in
      guard leg.contracts != 0, let instrument = portfolio.instruments[leg.instrument] else { return false }
      return instrument.convention == .inverse && portfolio.conversionRate(of: instrument.settlement) == nil
    }
  }

  /// Sums over the positions, with the inputs of the review replaced by those of now one sort after another.
  struct Steps {
    /// Prices and betas of then.
    var start: Sums
    /// Prices of now, betas of then.
    var afterPrices: Sums
    /// Prices and betas of now.
    var afterBetas: Sums

    fileprivate init(_ side: HedgedSide) {
      (start, afterPrices, afterBetas) = (Sums(side), Sums(side), Sums(side))
    }
  }

  /// The sums a drift is made from.
  struct Sums {
    private var spot = 0.0
    private var longLegs = 0.0
    private var hedged = 0.0
    private var legs = 0.0
    private let side: HedgedSide

    fileprivate init(_ side: HedgedSide) { self.side = side }

    fileprivate mutating func add(_ amount: Double, beta: Double, as role: Role) {
      switch role {
      case .spot:
        spot += amount
        hedged += amount * beta
      case .hedgedWhenLong where amount > 0:
        longLegs += amount
        hedged += amount * beta
      case .hedgedWhenLong, .hedge: legs += amount * beta
      }
    }

    /// δ; nil when the book is worth nothing.
    func drift(target: NetBeta.TargetLine) -> Double? {
      let value = side.value(spot: spot, longLegs: longLegs, cash: 0, +, -)
      guard value != 0 else { return nil }
      return NetBeta.drift(
        net: NetBeta.net(unhedged: hedged, legs: legs, over: value),
        target: target.target(unhedgedBeta: hedged / value))
    }
  }

  /// The sums at the prices in `markets`; nil when one is missing.
  ///
  /// - Parameter shares: the strategy's share of each account's wallet, nil where it is not known.
  func steps(_ markets: MarketTable, shares: [Double?]) -> Steps? {
    var steps = Steps(side)
    for line in lines {
      guard let amount = Self.value(of: line.amount, markets, shares) else { return nil }
      steps.start.add(amount.then, beta: line.beta.then, as: line.role)
      steps.afterPrices.add(amount.now, beta: line.beta.then, as: line.role)
      steps.afterBetas.add(amount.now, beta: line.beta.now, as: line.role)
    }
    return steps
  }

  private static func value(of amount: Amount, _ markets: MarketTable, _ shares: [Double?]) -> Pair? {
    switch amount {
    case .coins(let quantity, let price), .linear(let quantity, let price):
      return price.values(in: markets).map { (quantity * $0.then, quantity * $0.now) }
    case .balance(let quantity, let account, let price):
      guard let share = shares[account] else { return nil }
      return price.values(in: markets).map { (quantity * share * $0.then, quantity * share * $0.now) }
    case .inverse(let size, let price):
      return price.pair(in: markets).map { _ in (size * price.conversion, size * price.conversion) }
    case .profit(let size, let entry, let margin, let mark, let coin):
      guard let mark = mark.pair(in: markets), let coin = coin.values(in: markets) else { return nil }
      return (
        (size * (1 / entry - 1 / mark.then) + margin) * coin.then,
        (size * (1 / entry - 1 / mark.now) + margin) * coin.now
      )
    }
  }
}

extension DriftModel.Price {
  /// The price then and now, in its quote currency; nil when there is none now.
  func pair(in markets: MarketTable) -> DriftModel.Pair? {
    let price = isMark ? markets.values[place].mark.value : markets.values[place].quote.value?.price
    guard let now = price else { return nil }
    return (then ?? now, now)
  }

  /// The price then and now, in the portfolio's currency.
  func values(in markets: MarketTable) -> DriftModel.Pair? {
    pair(in: markets).map { ($0.then * conversion, $0.now * conversion) }
  }
}
