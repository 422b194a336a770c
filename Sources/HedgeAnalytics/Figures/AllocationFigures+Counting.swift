import FoundationEssentials
import HedgeModel

extension AllocationFigures {
  /// The allocation of a portfolio whose strategies have these figures.
  public init(of portfolio: Portfolio, strategies: [StrategyFigures], equity: Reading<Double>) {
    let capital = portfolio.capital.map { Reading.stated($0.inexact) } ?? equity
    let core = strategies.sum { $0.amount(in: .core) }
    let overlay = strategies.sum { $0.amount(in: .overlay) }
    let alpha = strategies.sum { $0.amount(in: .alpha) }
    let margin = strategies.lazy.filter { $0.isCounted(in: .overlay) }.sum { $0.legs.sum(\.initialMargin) }
    func row(_ bucket: Bucket, _ value: Reading<Double>, of whole: Reading<Double>, _ name: String) -> Row {
      Row(
        bucket: bucket, value: value, share: value.divided(by: whole, undefined: "no share of \(name) of zero"),
        range: portfolio.buckets[bucket])
    }
    self.init(
      capital: capital, isCapitalStated: portfolio.capital != nil,
      rows: [
        row(.core, core, of: capital, "a capital"), row(.overlay, overlay, of: core, "a core"),
        row(.alpha, alpha, of: capital, "a capital"),
      ], unallocated: capital - core - alpha - margin)
  }
}

extension StrategyFigures {
  /// Whether some of it is counted to a bucket.
  fileprivate func isCounted(in bucket: Bucket) -> Bool {
    if let stated = self.bucket { return stated == bucket }
    return kind.hedgesLongLegs || kind.isCarry ? bucket == .alpha : bucket != .alpha
  }

  /// What of it is counted to a bucket.
  fileprivate func amount(in bucket: Bucket) -> Reading<Double> {
    guard isCounted(in: bucket) else { return .stated(0) }
    switch bucket {
    case .core: return spotValue
    case .overlay: return legs.sum { $0.notional.map(abs) }
    case .alpha: return netBeta.denominatorValue
    }
  }
}
