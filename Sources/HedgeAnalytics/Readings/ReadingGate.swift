import HedgeModel

/// Takes values out of several readings and dates what is built from them: unknown with the first reason when one of
/// them was.
struct ReadingGate {
  private var provenance = Provenance.stated
  /// Why the first value that was not there is not there.
  private(set) var missing: UnknownReason?

  /// The value, or nil when it is unknown; either way the gate remembers.
  mutating func take<Value>(_ reading: Reading<Value>) -> Value? {
    switch reading {
    case .known(let value, let taken):
      provenance = provenance.merged(with: taken)
      return value
    case .unknown(let reason):
      missing = missing ?? reason
      return nil
    }
  }

  /// `result` as a reading of everything taken.
  func reading<Result>(_ result: @autoclosure () -> Result) -> Reading<Result> {
    if let missing { .unknown(missing) } else { .known(result(), provenance) }
  }
}
