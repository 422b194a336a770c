import HedgeModel

/// Adds readings up: known while all of them are, with the oldest provenance; unknown with the first reason.
struct ReadingSum {
  private var total = 0.0
  private var provenance = Provenance.stated
  private var missing: UnknownReason?

  mutating func add(_ reading: Reading<Double>) {
    switch reading {
    case .known(let value, let added):
      total += value
      provenance = provenance.merged(with: added)
    case .unknown(let reason):
      missing = missing ?? reason
    }
  }

  var reading: Reading<Double> {
    if let missing { .unknown(missing) } else { .known(total, provenance) }
  }
}

extension Sequence {
  /// The sum of one figure of each element.
  func sum(_ figure: (Element) -> Reading<Double>) -> Reading<Double> {
    var sum = ReadingSum()
    for element in self { sum.add(figure(element)) }
    return sum.reading
  }
}
