import HedgeAnalytics
import HedgeModel

extension PortfolioSummary {
  /// The highest ratio; an account of which none is known may be worse than any that is, so it makes the worst unknown.
  static func worstMargin(_ accounts: [AccountFigures]) -> Reading<Double> {
    guard let first = accounts.first else { return .unknown(UnknownReason(.undefined, "no margin account")) }
    return accounts.dropFirst().reduce(first.normalisedRatio) { $0.combined(with: $1.normalisedRatio, max) }
  }

  /// The smallest move; accounts that no move liquidates do not count.
  static func nearestLiquidation(_ accounts: [AccountFigures]) -> Reading<Double> {
    let moves = accounts.map(\.liquidatingBenchmarkMove).filter { $0.unknownReason?.kind != .undefined }
    guard let first = moves.first else {
      return .unknown(UnknownReason(.undefined, "no move of the benchmark liquidates an account"))
    }
    return moves.dropFirst().reduce(first) { nearest, move in
      nearest.combined(with: move) { $0.magnitude <= $1.magnitude ? $0 : $1 }
    }
  }
}
