import FoundationEssentials
import HedgeModel

/// An exact amount that grows by payments: once one of them was not known the sum is not, with the first reason.
struct CountedSum {
  private(set) var amount: Decimal = 0
  /// `amount` for estimates, converted when it changes.
  private(set) var value = 0.0
  private(set) var lost: UnknownReason?

  mutating func add(_ payment: Decimal) {
    amount += payment
    value = amount.inexact
  }

  mutating func lose(_ reason: UnknownReason) {
    lost = lost ?? reason
  }

  var reading: Reading<Decimal> {
    if let lost { .unknown(lost) } else { .stated(amount) }
  }
}
