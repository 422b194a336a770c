import FoundationEssentials
import HedgeModel

/// Reads which estimator of beta is wanted, and the parameters that belong to it.
struct BetaMethodDecoder {
  let reader: TableReader
  let context: StrategyContext

  /// The method that is stated; nil when none is, or when it was reported.
  func method() -> BetaMethod? {
    let stated: BetaMethod.Name? = reader.choice("method")
    let decay = decay()
    let prior = prior()
    let kalman = kalman()
    let second = reader.asset("second_factor")
    if !reader.isReported("method", stated) { refuseOthers(than: stated ?? .ordinaryLeastSquares) }
    guard let stated else { return nil }
    switch stated {
    case .ordinaryLeastSquares, .blume: return BetaMethod(stated)
    case .exponential: return decay.map { .exponential($0) } ?? BetaMethod(stated)
    case .vasicek: return .vasicek(prior ?? .crossSection)
    case .kalman: return .kalman(kalman)
    case .twoFactor: return twoFactor(second)
    }
  }

  /// The keys of each method's parameters.
  private static let parameters: [(method: BetaMethod.Name, keys: [String])] = [
    (.exponential, ["decay", "half_life"]), (.vasicek, ["prior", "prior_deviation"]),
    (.kalman, ["process_noise", "observation_noise", "initial_beta", "initial_variance"]),
    (.twoFactor, ["second_factor"]),
  ]

  /// Reports parameters of methods other than `method`.
  private func refuseOthers(than method: BetaMethod.Name) {
    for (owner, keys) in Self.parameters where owner != method {
      for key in keys where reader.states(key) {
        reader.issues.error(
          reader.place(key),
          "belongs to the method \"\(owner.rawValue)\", and this is \"\(method.rawValue)\"; "
            + "remove it or state method = \"\(owner.rawValue)\"")
      }
    }
  }

  private func decay() -> ExponentialDecay? {
    let factor = reader.number("decay", .above(0, to: 1), of: "what is left of a weight after one bar")
    let halfLife = reader.number("half_life", .above(0, to: 20_000), of: "bars after which half of a weight is left")
    if reader.states("decay"), reader.states("half_life") {
      reader.issues.error(reader.place("half_life"), "decay says the same in another way; keep one of them")
      return nil
    }
    return factor.map { .factor($0) } ?? halfLife.map { .halfLife(bars: $0) }
  }

  /// A prior has a mean and a deviation; with neither it is taken from the betas of all coins.
  private func prior() -> VasicekPrior? {
    let mean = reader.number("prior", .from(-20, to: 20), of: "the beta expected of a coin")
    let deviation = reader.number("prior_deviation", .above(0, to: 20), of: "how far betas lie from the prior")
    let (statesMean, statesDeviation) = (reader.states("prior"), reader.states("prior_deviation"))
    if statesMean != statesDeviation {
      let (stated, other) = statesMean ? ("prior", "prior_deviation") : ("prior_deviation", "prior")
      reader.issues.error(
        reader.place(stated), "needs \(other) beside it; without both, the betas of all coins are the prior")
    }
    guard let mean, let deviation else { return nil }
    return .stated(mean: mean, deviation: deviation)
  }

  private func kalman() -> KalmanParameters {
    let standard = KalmanParameters()
    let process = reader.number("process_noise", .from(0, to: 1), of: "the variance beta gains a bar")
    let observation = reader.number(
      "observation_noise", .above(0, to: 1), of: "the variance of a coin's own moves a bar")
    let beta = reader.number("initial_beta", .from(-20, to: 20), of: "the beta before the first bar")
    let variance = reader.number("initial_variance", .from(0, to: 400), of: "the variance of that beta")
    return KalmanParameters(
      processVariance: process ?? standard.processVariance,
      observationVariance: observation ?? standard.observationVariance, initialBeta: beta ?? standard.initialBeta,
      initialVariance: variance ?? standard.initialVariance)
  }

  /// The second factor must be priced, and not be the first.
  private func twoFactor(_ stated: Asset?) -> BetaMethod? {
    if reader.isReported("second_factor", stated) { return nil }
    guard case .twoFactor(let usual) = BetaMethod(.twoFactor) else { return nil }
    let second = stated ?? usual
    let place = reader.place(stated == nil ? "method" : "second_factor")
    if second == context.benchmark.singleAsset {
      reader.issues.error(place, "\(second) is the benchmark; name another coin as second_factor")
      return nil
    }
    if context.scope.hasStatedValue(second) {
      reader.issues.error(place, "\(second) has a stated value and no prices to follow; name another second_factor")
      return nil
    }
    context.scope.price(second, at: place)
    return .twoFactor(second: second)
  }
}
