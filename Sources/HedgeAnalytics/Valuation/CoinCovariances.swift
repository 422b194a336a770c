import HedgeModel

/// How the returns of a strategy's coins vary together over a window: what weights of least variance rest on.
public struct CoinCovariances: Hashable, Sendable {
  /// The coins, by name.
  public let coins: [Asset]
  private let places: [Asset: Int]
  private let matrix: [[Double]]

  /// Covariances of simple returns a bar, over the bars at which every coin has one; nothing is filled with zero.
  ///
  /// - Parameters:
  ///   - bars: closed bars of each coin, oldest first.
  ///   - policy: length of a bar, the window, and with how few observations nothing is known.
  ///   - source: the feed, for the provenance.
  public static func reading(
    of bars: [Asset: [Bar]], policy: BetaPolicy, source: String
  ) -> Reading<CoinCovariances> {
    let coins = bars.keys.sorted()
    if let missing = coins.first(where: { bars[$0]?.contains { $0.price != nil } != true }) {
      return .unknown(UnknownReason(.notReceived, "no price history of \(missing)"))
    }
    guard let last = bars.values.compactMap(\.last?.close).max() else {
      return .unknown(UnknownReason(.notReceived, "no price history"))
    }
    let returns = coins.map {
      ReturnSeries.window(bars[$0] ?? [], last: last, lookback: policy.lookback, interval: policy.interval, .simple)
    }
    let common = (0..<policy.lookback).filter { step in returns.allSatisfy { $0[step].isFinite } }
    let needed = max(policy.minimumObservations, coins.count + 2)
    guard common.count >= needed else {
      return .unknown(
        UnknownReason(
          .tooFewObservations,
          "\(common.count) bars with returns of all of \(coins.map(\.symbol).joined(separator: ", ")), "
            + "at least \(needed) are needed"))
    }
    let covariances = CoinCovariances(coins: coins, returns: returns.map { series in common.map { series[$0] } })
    return .known(covariances, Provenance(asOf: last, source: source))
  }

  private init(coins: [Asset], returns: [[Double]]) {
    let centred = returns.map { series -> [Double] in
      let mean = series.reduce(0, +) / Double(series.count)
      return series.map { $0 - mean }
    }
    self.coins = coins
    places = Dictionary(uniqueKeysWithValues: coins.enumerated().map { ($1, $0) })
    matrix = centred.map { row in
      centred.map { column in zip(row, column).reduce(0) { $0 + $1.0 * $1.1 } / Double(row.count - 1) }
    }
  }

  /// Covariance of two coins a bar; nil when one is not among them.
  public subscript(first: Asset, second: Asset) -> Double? {
    guard let row = places[first], let column = places[second] else { return nil }
    return matrix[row][column]
  }
}
