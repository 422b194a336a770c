import HedgeModel

/// How a hedge is shared out among futures on several coins so that the least variance is left.
///
/// The notionals are those of ``MinimumVarianceWeights``, n = −Σ_FF⁻¹·Σ_FS; all of them times one factor bring net beta
/// to its target, so that the hedge ratio decides how much and the weights decide with what. A coin whose notional would
/// stand on the side of what is hedged is left out, and the others are weighted anew: nothing is added to the position
/// that is to be hedged.
public struct HedgeShares: Hashable, Sendable {
  /// Signed notional of each coin's futures; zero for one that is left out.
  public let notionals: [Asset: Double]
  /// 1 − Var(hedged)/Var(unhedged) with the whole of the weights' own notionals.
  public let effectiveness: Double

  /// Each coin's part of the sum of the notionals, a fraction.
  public var shares: [Asset: Double] {
    let sum = notionals.values.reduce(0, +)
    return sum == 0 ? [:] : notionals.mapValues { $0 / sum }
  }

  /// Shares a hedge out.
  ///
  /// - Parameters:
  ///   - futures: beta of each coin that has a future to hedge with; two or more.
  ///   - book: value of each coin that is hedged.
  ///   - betaValue: beta-dollars the hedge is to have, negative when short.
  ///   - covariances: of all of them.
  /// - Returns: unknown with the reason when the weights are not determined.
  public static func reading(
    futures: [Asset: Double], book: [Asset: Double], betaValue: Double, covariances: CoinCovariances
  ) -> Reading<HedgeShares> {
    guard futures.count > 1 else {
      return .unknown(UnknownReason(.notConfigured, "weights of least variance need futures on two coins or more"))
    }
    let all = Set(futures.keys).union(book.keys)
    if let missing = all.sorted().first(where: { covariances[$0, $0] == nil }) {
      return .unknown(UnknownReason(.notReceived, "no price history of \(missing)"))
    }
    var coins = futures.keys.sorted()
    while !coins.isEmpty {
      let weights: MinimumVarianceWeights
      do { weights = try Self.weights(coins, book, covariances) } catch {
        return .unknown(UnknownReason(.undefined, "no weights of least variance: \(error)"))
      }
      let beta = zip(coins, weights.notionals).reduce(0) { $0 + $1.1 * (futures[$1.0] ?? 0) }
      let wrong = zip(coins, weights.notionals).filter { $0.1 * betaValue < 0 }.map(\.0)
      if wrong.isEmpty, beta * betaValue > 0 {
        let factor = betaValue / beta
        var notionals = futures.mapValues { _ in 0.0 }
        for (coin, notional) in zip(coins, weights.notionals) { notionals[coin] = notional * factor }
        return .stated(HedgeShares(notionals: notionals, effectiveness: weights.effectiveness))
      }
      if betaValue == 0 { break }
      guard !wrong.isEmpty else { break }
      coins.removeAll(where: wrong.contains)
    }
    if betaValue == 0 { return .stated(HedgeShares(notionals: futures.mapValues { _ in 0 }, effectiveness: 0)) }
    return .unknown(UnknownReason(.undefined, "no weights of least variance: none of the futures takes risk off"))
  }

  private static func weights(
    _ coins: [Asset], _ book: [Asset: Double], _ covariances: CoinCovariances
  ) throws(MinimumVarianceError) -> MinimumVarianceWeights {
    func withBook(_ coin: Asset) -> Double {
      book.sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value * (covariances[coin, $1.key] ?? .nan) }
    }
    return try MinimumVarianceWeights(
      covariance: coins.map { row in coins.map { covariances[row, $0] ?? .nan } },
      withBook: coins.map(withBook),
      bookVariance: book.sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value * withBook($1.key) })
  }
}
