import HedgeModel

extension RollingBetas {
  /// Beta of one asset by `method`, in constant time but for Newey–West errors and Vasicek's cross-section.
  ///
  /// Unknown with too few observations, when the benchmark did not move, or for a method whose state was not asked for
  /// when the window was made.
  ///
  /// - Parameters:
  ///   - source: the feed the bars came from.
  ///   - crossSection: Vasicek's prior where the method states none; by default that of this window.
  ///   - includingNeweyWest: also the Newey–West error, which takes the whole window and is computed only here.
  public func estimate(
    of asset: Asset, by method: BetaMethod, source: String = "history", crossSection: BetaPrior? = nil,
    includingNeweyWest: Bool = true
  ) -> Reading<BetaEstimate> {
    switch method {
    case .ordinaryLeastSquares, .blume, .vasicek:
      return BetaEstimator.shrunk(
        estimate(of: asset, source: source, includingNeweyWest: includingNeweyWest), by: method,
        crossSection: crossSection ?? (method == .vasicek(.crossSection) ? self.crossSection() : nil), name: asset)
    case .exponential: return recursive(exponentials, method, asset, source)
    case .kalman: return recursive(filters, method, asset, source)
    case .twoFactor(let second):
      return twoFactor(of: asset, second: second, source: source, includingNeweyWest: includingNeweyWest)
        .map(\.implied)
    }
  }

  /// Betas of all assets by `method`.
  public func estimates(
    by method: BetaMethod, source: String = "history", includingNeweyWest: Bool = true
  ) -> [Asset: Reading<BetaEstimate>] {
    let prior = method == .vasicek(.crossSection) ? crossSection() : nil
    return assets.reduce(into: [:]) {
      $0[$1] = estimate(
        of: $1, by: method, source: source, crossSection: prior, includingNeweyWest: includingNeweyWest)
    }
  }

  /// One asset's betas by several methods, side by side.
  public func comparison(of asset: Asset, by methods: [BetaMethod], source: String = "history") -> BetaComparison {
    BetaComparison(
      asset: asset,
      rows: methods.map { .init(method: $0, estimate: estimate(of: asset, by: $0, source: source)) })
  }

  /// The regression of one asset on the benchmark and `second`, in constant time but for the Newey–West errors.
  public func twoFactor(
    of asset: Asset, second: Asset, source: String = "history", includingNeweyWest: Bool = true
  ) -> Reading<TwoFactorRegression> {
    guard let column = columns[asset], let lastClose else {
      return .unknown(UnknownReason(.notReceived, "no price history of \(asset) yet"))
    }
    guard let factor = columns[second], let sums = window.factors.first(where: { $0.factor == factor }) else {
      return .unknown(notKept(asset))
    }
    let moments = sums.moments(
      of: column, originX: window.originX, originZ: window.originY[factor], originY: window.originY[column])
    let minimum = max(policy.minimumObservations, 4)
    guard moments.count >= minimum else { return .unknown(BetaEstimator.tooFew(moments.count, minimum, asset)) }
    let regression =
      includingNeweyWest
      ? TwoFactorLeastSquares.fit(
        TwoFactorReturns(
          first: window.benchmarkReturns, second: window.returns(of: factor), asset: window.returns(of: column)))
      : moments.regression()
    return regression.map { .known($0, Provenance(asOf: lastClose, source: source)) }
      ?? .unknown(BetaEstimator.oneFactor(asset))
  }

  /// The prior of the betas of all assets with a full window, the benchmark's own assets left out; nil for fewer than
  /// two.
  public func crossSection() -> BetaPrior? {
    let own = Set(components.map(\.column))
    return BetaPrior(
      crossSection: columns.values.sorted().filter { !own.contains($0) }.compactMap { column in
        guard window.count(of: column) == policy.lookback else { return nil }
        return window.moments(of: column).regression()?.slope
      })
  }

  private func recursive<State>(
    _ kept: [RecursiveBetas<State>], _ method: BetaMethod, _ asset: Asset, _ source: String
  ) -> Reading<BetaEstimate> {
    guard let column = columns[asset], let lastClose else {
      return .unknown(UnknownReason(.notReceived, "no price history of \(asset) yet"))
    }
    guard let states = kept.first(where: { $0.method == method }) else { return .unknown(notKept(asset)) }
    return BetaEstimator.reading(
      states[column], policy.minimumObservations, asset, Provenance(asOf: lastClose, source: source))
  }

  private func notKept(_ asset: Asset) -> UnknownReason {
    UnknownReason(.notConfigured, "the beta of \(asset) is not kept up to date by this method")
  }
}
