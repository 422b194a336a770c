/// Why no weights of least variance can be given.
public enum MinimumVarianceError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The covariance matrix is empty, or has not as many rows as columns or as instruments.
  case notSquare
  /// The covariance of two instruments differs by which comes first.
  case notSymmetric(Int, Int)
  /// A covariance of the instrument at this place is not a number.
  case notFinite(instrument: Int)
  /// The instrument at this place moves exactly with those before it, or not at all: the weights are not determined.
  case singular(instrument: Int)
  /// Fewer common observations than instruments and two.
  case tooFewObservations(found: Int, needed: Int)

  /// The cause in words.
  public var description: String {
    switch self {
    case .notSquare: "the covariance matrix needs as many rows and columns as there are instruments"
    case .notSymmetric(let row, let column): "the covariances of instruments \(row + 1) and \(column + 1) differ"
    case .notFinite(let index): "a covariance of instrument \(index + 1) is not a number"
    case .singular(let index):
      "instrument \(index + 1) moves with those before it or not at all, so its share is not determined; leave it out"
    case .tooFewObservations(let found, let needed): "\(found) common observations, at least \(needed) are needed"
    }
  }
}
