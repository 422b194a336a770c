import HedgeModel

extension StrategyState {
  /// Net beta against its target.
  func netBetaFigures(attribution: Reading<DriftAttribution>) -> NetBetaFigures {
    let drift = drift
    let band = strategy.policy.band
    let error = driftStandardError
    return NetBetaFigures(
      denominator: denominator, denominatorValue: denominatorValue, spotBeta: spotBeta, netBeta: netBeta,
      netBetaOverEquity: netBetaOverEquity, target: target, drift: drift,
      driftValue: drift * denominatorValue, achievedHedgeRatio: achievedHedgeRatio,
      driftStandardError: error,
      isWithinNoise: drift.combined(with: error) {
        NetBeta.isWithinNoise(drift: $0, band: band, standardError: $1)
      },
      band: band, verdict: Self.verdict(drift, band: band), attribution: attribution)
  }

  private static func verdict(_ drift: Reading<Double>, band: Double) -> NetBetaFigures.Verdict {
    switch drift {
    case .unknown(let reason): .unknown(reason)
    case .known(_, let provenance) where provenance.isStale: .stale
    case .known(let drift, _): NetBeta.isBreach(drift: drift, band: band) ? .breach : .inBand
    }
  }

  private var netBetaOverEquity: Reading<Double> {
    (unhedgedBetaDollars + hedgeBetaDollars)
      .divided(by: spotValue + cash, undefined: "no net beta over an equity of zero")
  }

  private var achievedHedgeRatio: Reading<Double> {
    unhedgedBetaDollars.combined(with: hedgeBetaDollars) {
      NetBeta.achievedHedgeRatio(unhedged: $0, legs: $1)
    }.flatMap {
      $0.map { .stated($0) } ?? .unknown(UnknownReason(.undefined, "no beta to hedge in \(strategy.name)"))
    }
  }

  /// √Σ(V_i·se_i)² / V over the net value of each underlying, holdings and legs together.
  private var driftStandardError: Reading<Double> {
    var gate = ReadingGate()
    var nets = [(value: Double, error: Double)](repeating: (0, 0), count: slots.coins.count)
    func add(_ slot: Int, _ value: Reading<Double>, _ error: Reading<Double>) {
      guard let value = gate.take(value), let error = gate.take(error) else { return }
      nets[slot] = (nets[slot].value + value, error)
    }
    for (holding, slot) in zip(holdings, slots.holdings) { add(slot, holding.value, holding.betaError) }
    for (leg, slot) in zip(legs, slots.legs) where leg.isHeld { add(slot, leg.notional, leg.plan.betaError) }
    let sum = nets.reduce(0) { $0 + ($1.value * $1.error) * ($1.value * $1.error) }
    return perValue(gate.reading(sum.squareRoot())).map(abs)
  }
}

extension Reading<BetaEstimate> {
  /// The classical standard error of the beta of `coin`; unknown (undefined) when the beta is stated.
  func standardError(of coin: Asset) -> Reading<Double> {
    switch self {
    case .known(let estimate, let provenance):
      if let error = estimate.standardError { return .known(error, provenance) }
      return .unknown(UnknownReason(.undefined, "the beta of \(coin) is stated and has no standard error"))
    case .unknown(let reason): return .unknown(reason)
    }
  }
}
