import HedgeModel

/// An amount that grows by readings: once one of them was unknown the sum is, with the first reason.
struct PartSum {
  private(set) var amount = 0.0
  private(set) var lost: UnknownReason?

  mutating func add(_ reading: Reading<Double>) {
    switch reading {
    case .known(let value, _): amount += value
    case .unknown(let reason): lose(reason)
    }
  }

  mutating func lose(_ reason: UnknownReason) {
    lost = lost ?? reason
  }

  /// The sum so far and what is still open.
  func with(_ open: Reading<Double>) -> Reading<Double> {
    if let lost { .unknown(lost) } else { open.map { amount + $0 } }
  }
}
