import HedgeModel

extension BetaEstimator {
  /// Beta of `asset` to `benchmark` by `method`, from returns with NaN where there is none, oldest first.
  ///
  /// What each says besides beta: least squares, Blume and the two-factor method classical and Newey–West errors and
  /// R²; Vasicek the posterior's deviation as its error; the exponential method the error of its weighted line and R²
  /// about zero; Kalman the filter's deviation.
  ///
  /// - Parameters:
  ///   - second: the second factor's returns, for the two-factor method.
  ///   - crossSection: the prior taken from the betas of all assets, for Vasicek's method where none is stated.
  ///   - minimumObservations: fewer pairs make beta unknown (too few observations).
  ///   - name: the asset, for the reason.
  ///   - provenance: where the returns come from and how old the newest is.
  public static func estimate(
    by method: BetaMethod, asset: [Double], benchmark: [Double], second: [Double] = [],
    crossSection: BetaPrior? = nil, minimumObservations: Int, name: Asset, provenance: Provenance = .stated
  ) -> Reading<BetaEstimate> {
    switch method {
    case .ordinaryLeastSquares, .blume, .vasicek:
      let line = estimate(
        asset: asset, benchmark: benchmark, minimumObservations: minimumObservations, name: name,
        provenance: provenance)
      return shrunk(line, by: method, crossSection: crossSection, name: name)
    case .exponential(let decay):
      return follow(
        ExponentialBeta(decay: decay.perBar), asset, benchmark, minimumObservations, name, provenance)
    case .kalman(let parameters):
      return follow(KalmanBeta(parameters), asset, benchmark, minimumObservations, name, provenance)
    case .twoFactor:
      return twoFactor(
        asset: asset, benchmark: benchmark, second: second, minimumObservations: minimumObservations, name: name,
        provenance: provenance
      ).map(\.implied)
    }
  }

  /// The regression of `asset` on the benchmark and a second factor, all with NaN where there is no return.
  public static func twoFactor(
    asset: [Double], benchmark: [Double], second: [Double], minimumObservations: Int, name: Asset,
    provenance: Provenance = .stated
  ) -> Reading<TwoFactorRegression> {
    let returns = TwoFactorReturns(first: benchmark, second: second, asset: asset)
    guard returns.count >= max(minimumObservations, 4) else {
      return .unknown(tooFew(returns.count, max(minimumObservations, 4), name))
    }
    guard let regression = TwoFactorLeastSquares.fit(returns) else { return .unknown(oneFactor(name)) }
    return .known(regression, provenance)
  }

  /// A least-squares estimate after the shrinkage of `method`, if it has one.
  static func shrunk(
    _ line: Reading<BetaEstimate>, by method: BetaMethod, crossSection: BetaPrior?, name: Asset
  ) -> Reading<BetaEstimate> {
    switch method {
    case .blume: return line.map(\.drawnTowardsOne)
    case .vasicek(let stated):
      guard let prior = stated.prior ?? crossSection else { return .unknown(noCrossSection(name)) }
      return line.flatMap { estimate in
        estimate.drawn(towards: prior).map { .stated($0) } ?? .unknown(noSpread(name))
      }
    default: return line
    }
  }

  /// What a recursion says by now.
  static func reading(
    _ state: some BetaRecursion, _ minimum: Int, _ name: Asset, _ provenance: Provenance
  ) -> Reading<BetaEstimate> {
    guard state.observations >= max(minimum, 3) else {
      return .unknown(tooFew(state.observations, minimum, name))
    }
    return state.estimate.map { .known($0, provenance) } ?? .unknown(noSpread(name))
  }

  private static func follow<State: BetaRecursion>(
    _ start: State, _ asset: [Double], _ benchmark: [Double], _ minimum: Int, _ name: Asset, _ provenance: Provenance
  ) -> Reading<BetaEstimate> {
    var state = start
    for (x, y) in zip(benchmark, asset) { state.add(benchmark: x, asset: y) }
    return reading(state, minimum, name, provenance)
  }

  static func oneFactor(_ asset: Asset) -> UnknownReason {
    UnknownReason(.undefined, "no two betas of \(asset): a factor did not move, or both moved as one")
  }

  static func noCrossSection(_ asset: Asset) -> UnknownReason {
    UnknownReason(
      .tooFewObservations, "fewer than 2 assets with a full window to draw the beta of \(asset) towards")
  }
}

extension VasicekPrior {
  /// The prior when stated.
  fileprivate var prior: BetaPrior? {
    if case .stated(let mean, let deviation) = self { BetaPrior(mean: mean, deviation: deviation) } else { nil }
  }
}
