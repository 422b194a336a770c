import FoundationEssentials
import HedgeModel

extension Reading {
  /// The same where an input has no meaning, such as a beta to a benchmark that never moved: then what rests on it is not
  /// known, which is another thing than that no move liquidates.
  fileprivate var asMissing: Reading {
    guard case .unknown(let reason) = self, reason.kind == .undefined else { return self }
    return .unknown(UnknownReason(.tooFewObservations, reason.detail))
  }
}

extension AccountState {
  /// Figures of the account.
  ///
  /// - Parameter survivalMove: the benchmark move the collateral to add is computed for.
  func figures(survivalMove: Double, in context: ValuationContext) -> AccountFigures {
    let pools = pools(in: context).asMissing
    let worst = worstPool
    return AccountFigures(
      id: account.id, convention: account.convention, walletBalance: walletBalance,
      unrealisedProfit: unrealisedProfit, equity: equity, initialMargin: initialMargin,
      maintenanceMargin: maintenanceMargin,
      ratio: VenueMarginRatio.ratio(
        account.convention, equity: equity, maintenanceMargin: maintenanceMargin, liquidationFees: liquidationFees),
      normalisedRatio: worst.map { $0.ratio }, worstIsolatedLeg: worst.value?.isolatedLeg,
      liquidatingBenchmarkMove: pools.flatMap(Self.nearestLiquidation),
      collateralToSurvive: pools.map { $0.reduce(0) { $0 + $1.collateralToSurvive(survivalMove) } },
      survivalMove: survivalMove)
  }

  private static func nearestLiquidation(_ pools: [MarginPool]) -> Reading<Double> {
    let moves = pools.compactMap { $0.liquidatingMove() }
    guard let nearest = moves.min(by: { abs($0) < abs($1) }) else {
      return .unknown(
        UnknownReason(.undefined, "no benchmark move between -100 % and +1000 % liquidates the account"))
    }
    return .stated(nearest)
  }

  /// A normalised ratio and the isolated leg it is of; nil for the cross pool.
  private typealias PoolRatio = (ratio: Double, isolatedLeg: InstrumentID?)

  /// The worst of the cross pool and the isolated legs.
  private var worstPool: Reading<PoolRatio> {
    let (multiple, feeRate) = (requirement.multiple, requirement.feeRate)
    let cross = equity.combined(with: maintenanceMargin) { ($0, $1) }
      .combined(with: feeRate == 0 ? .stated(0) : liquidationFees) { state, fees -> PoolRatio in
        let ratio = VenueMarginRatio.normalised(
          MarginPool.State(
            equity: state.0, maintenanceMargin: state.1, requirement: state.1 * multiple + fees))
        return (ratio, nil)
      }
    return isolated.reduce(cross) { worst, leg in
      let equity = leg.settlementPrice.map { $0 * (leg.leg.isolatedMarginValue ?? 0) } + leg.unrealisedProfit
      let needed = leg.maintenanceMargin.combined(with: leg.notional) { $0 * multiple + abs($1) * feeRate }
      let ratio = equity.combined(with: needed) {
        VenueMarginRatio.normalised(MarginPool.State(equity: $0, maintenanceMargin: $1, requirement: $1))
      }
      return worst.combined(with: ratio) { $1 > $0.ratio ? ($1, leg.leg.instrument) : $0 }
    }
  }

  private func pools(in context: ValuationContext) -> Reading<[MarginPool]> {
    var gate = ReadingGate()
    var pools: [MarginPool] = []
    let held = cross.filter(\.isHeld)
    if !held.isEmpty, let pool = crossPool(held, &gate, context) { pools.append(pool) }
    for leg in isolated {
      guard let exposure = Self.exposure(of: leg, &gate), let margin = leg.leg.isolatedMarginValue else { continue }
      let value = margin * exposure.position.settlementPrice
      let isCash = leg.plan.isCashSettled
      pools.append(
        MarginPool(
          cash: isCash ? value : 0, coins: isCash ? [] : [MarginPool.Coin(value: value, beta: exposure.beta)],
          exposures: [exposure], requirement: requirement))
    }
    return gate.reading(pools)
  }

  private func crossPool(
    _ legs: [LegState], _ gate: inout ReadingGate, _ context: ValuationContext
  ) -> MarginPool? {
    var cash = 0.0
    var coins: [MarginPool.Coin] = []
    for balance in balances {
      guard let price = gate.take(balance.price) else { continue }
      let value = balance.amount * price
      if context.isCash(balance.asset) {
        cash += value
      } else if let first = groups.first, let beta = gate.take(context.betas(of: first).beta(of: balance.asset)) {
        coins.append(MarginPool.Coin(value: value, beta: beta.beta))
      }
    }
    let exposures = legs.compactMap { Self.exposure(of: $0, &gate) }
    guard exposures.count == legs.count else { return nil }
    return MarginPool(cash: cash, coins: coins, exposures: exposures, requirement: requirement)
  }

  private static func exposure(of leg: LegState, _ gate: inout ReadingGate) -> MarginPool.Exposure? {
    guard let position = gate.take(leg.position), let beta = gate.take(leg.plan.slope) else { return nil }
    return MarginPool.Exposure(position: position, beta: beta)
  }
}
