import FoundationEssentials
import HedgeModel

/// The trades that would bring a strategy to its target, by its policy's mode.
struct StrategySizing {
  /// A trade before rounding.
  private struct Order {
    let leg: LegState
    let contracts: Double
  }

  let state: StrategyState
  private var orders: [Order] = []
  private var trades: [(leg: LegState, sizing: TradeSizing)] = []
  /// Why there can be no suggestion, or which coin has none.
  var unavailable: UnknownReason?
  /// How the hedge is shared out; nil where the policy does not ask for weights of least variance.
  private(set) var shares: Reading<HedgeShares>?
  /// True when an input no decision may do without is unknown or stale.
  private var isBlocked = false

  init(_ state: StrategyState, covariances: Reading<CoinCovariances>?) {
    self.state = state
    if state.strategy.policy.mode == .minimumVariance { shares = state.shares(covariances) }
    if let plan = state.strategy.spread {
      if let value = sizeSpread(plan) { round(over: value) }
    } else if let drift = known(state.drift), let value = state.denominatorValue.value {
      size(drift)
      round(over: value)
    }
  }

  /// The suggestions.
  ///
  /// - Parameter accounts: the portfolio's accounts, for their fees.
  func suggestions(accounts: [AccountState]) -> [TradeSuggestion] {
    trades.compactMap { leg, sizing in
      guard sizing.contracts != 0, let price = leg.mark.value, let conversion = leg.conversion.value else { return nil }
      let notional =
        sizing.contractsValue * HedgeSizing.contractValue(of: leg.instrument, price: price) * conversion
      return TradeSuggestion(
        leg: leg.id, exactContracts: sizing.exactContracts, contracts: sizing.contracts, price: price,
        notional: notional, fee: abs(notional) * (accounts.account(of: leg)?.takerFee ?? 0),
        residualBeta: sizing.residualBeta,
        warnings: sizing.warnings)
    }
  }

  private mutating func size(_ drift: Double) {
    switch state.strategy.policy.mode {
    case .benchmark(let instrument): sizeBenchmark(instrument, drift)
    case .sameAsset: sizeCoins()
    case .minimumVariance: sizeShares()
    }
  }

  /// Brings the orders onto the lots; what rounding leaves is told as net beta over `value`.
  private mutating func round(over value: Double) {
    trades = orders.compactMap { order in trade(order, value).map { (order.leg, $0) } }
    if isBlocked {
      trades = []
    } else if unavailable == nil, trades.allSatisfy({ $0.sizing.contracts == 0 }) {
      explainNothing()
    }
  }

  /// Everything with one future: the beta-dollars missing are −δ·V.
  private mutating func sizeBenchmark(_ instrument: InstrumentID, _ drift: Double) {
    let candidates = state.legs.filter { $0.leg.instrument == instrument }
    guard let first = candidates.first else {
      unavailable = UnknownReason(.notConfigured, "\(state.strategy.name) has no leg in \(instrument) to hedge with")
      return
    }
    guard let beta = known(first.beta)?.beta, let value = state.denominatorValue.value else { return }
    guard beta != 0 else {
      unavailable = UnknownReason(.undefined, "the beta of \(first.instrument.underlying) is zero")
      return
    }
    allocate(-drift * value / beta, to: candidates)
  }

  /// All futures together, each coin's by its share.
  private mutating func sizeShares() {
    guard let shares = shares.flatMap({ known($0) }) else { return }
    let legs = state.hedges
    for (coin, target) in shares.notionals.sorted(by: { $0.key < $1.key }) {
      let own = legs.filter { $0.instrument.underlying == coin }
      allocate(target - own.reduce(0) { $0 + ($1.notional.value ?? 0) }, to: own)
    }
  }

  /// Each coin with legs on itself: −H times its value, whatever its beta; in a carry −H times its coins, for equal coins
  /// are what locks the basis.
  private mutating func sizeCoins() {
    let ratio = state.strategy.policy.hedgeRatio?.inexact ?? 0
    var exposure = [Double](repeating: 0, count: state.slots.coins.count)
    var candidates = [[LegState]](repeating: [], count: exposure.count)
    for (holding, slot) in zip(state.holdings, state.slots.holdings) { exposure[slot] += holding.value.value ?? 0 }
    for (leg, slot) in zip(state.legs, state.slots.legs) {
      if state.side.contains(leg.leg.instrument, isLong: leg.isLong) {
        exposure[slot] += leg.notional.value ?? 0
      } else {
        candidates[slot].append(leg)
      }
    }
    for (slot, legs) in candidates.enumerated() {
      let target = -ratio * exposure[slot] * priceOfCarriedCoin(slot, legs)
      if !legs.isEmpty {
        allocate(target - legs.reduce(0) { $0 + ($1.notional.value ?? 0) }, to: legs)
      } else if target != 0 {
        unavailable =
          unavailable
          ?? UnknownReason(
            .notConfigured, "\(state.strategy.name) has no leg on \(state.slots.coins[slot]) to hedge it with")
      }
    }
  }

  /// F/S of a carry's first leg on a coin, so that its notional stands for as many coins; 1 for every other kind.
  private mutating func priceOfCarriedCoin(_ slot: Int, _ legs: [LegState]) -> Double {
    guard state.strategy.kind.isCarry, let leg = legs.first, leg.instrument.convention == .linear,
      let place = state.slots.holdings.firstIndex(of: slot), let spot = known(state.holdings[place].price),
      let mark = known(leg.mark), let conversion = known(leg.conversion), spot > 0
    else { return 1 }
    return mark * conversion / spot
  }

  /// Spreads a change of notional: first what closes positions of the other sign, then the rest on the first leg.
  mutating func allocate(_ change: Double, to legs: [LegState]) {
    if legs.count == 1 { return order(legs[0], change) }
    var rest = change
    var parts = legs.map { leg -> Double in
      let held = leg.notional.value ?? 0
      guard held * rest < 0 else { return 0 }
      let closing = abs(held) <= abs(rest) ? -held : rest
      rest -= closing
      return closing
    }
    parts[0] += rest
    for (leg, notional) in zip(legs, parts) { order(leg, notional) }
  }

  mutating func order(_ leg: LegState, _ notional: Double) {
    guard notional != 0, let mark = known(leg.mark), let conversion = known(leg.conversion) else { return }
    orders.append(
      Order(
        leg: leg, contracts: notional / (HedgeSizing.contractValue(of: leg.instrument, price: mark) * conversion)))
  }

  private mutating func trade(_ order: Order, _ value: Double) -> TradeSizing? {
    guard let price = known(order.leg.mark), let conversion = known(order.leg.conversion),
      let beta = known(order.leg.beta)
    else { return nil }
    return TradeSizing(
      exactContracts: order.contracts, instrument: order.leg.instrument, price: price, conversion: conversion,
      contractBeta: beta.beta, value: value, band: state.strategy.policy.band,
      rounding: state.strategy.policy.rounding)
  }

  /// The value when a decision may rest on it; otherwise remembers why not.
  mutating func known<Value>(_ reading: Reading<Value>) -> Value? {
    guard let reason = Self.obstacle(in: reading) else { return reading.value }
    isBlocked = true
    unavailable = unavailable ?? reason
    return nil
  }

  /// Why no decision may rest on `reading`; nil when one may.
  static func obstacle<Value>(in reading: Reading<Value>) -> UnknownReason? {
    switch reading {
    case .unknown(let reason): reason
    case .known(_, let provenance) where provenance.isStale:
      UnknownReason(
        .notReceived, "an input is stale: \(provenance.source), last heard at \(provenance.asOf.iso8601)")
    case .known: nil
    }
  }

  /// A breach that no tradable quantity mends is said, not passed over.
  private mutating func explainNothing() {
    guard let drift = state.drift.value, NetBeta.isBreach(drift: drift, band: state.strategy.policy.band) else {
      return
    }
    for (leg, sizing) in trades {
      for warning in sizing.warnings {
        unavailable = unavailable ?? UnknownReason(.undefined, "\(leg.leg.instrument): \(warning.words)")
      }
    }
  }
}

extension TradeSuggestion.Warning {
  /// The warning in words.
  var words: String {
    switch self {
    case .bandInfeasible: "the smallest step moves net beta by more than the band"
    case .belowMinimumQuantity(let minimum): "the trade is below the venue's minimum of \(minimum) contracts"
    case .belowMinimumNotional(let minimum): "the trade is below the venue's minimum value of \(minimum)"
    }
  }
}
