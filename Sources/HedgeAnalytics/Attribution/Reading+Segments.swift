import FoundationEssentials
import HedgeModel

extension Reading {
  /// The value as it counts from the start of a segment: its age was right then and says nothing of the present. An
  /// unknown one says when it was missed.
  func withoutAge(at instant: Timestamp) -> Reading {
    switch self {
    case .known(let value, _): .stated(value)
    case .unknown(let reason): .unknown(reason.missed(at: instant))
    }
  }

  /// The same reading, stale when `isStale`.
  func stale(if isStale: Bool) -> Reading {
    guard isStale, case .known(let value, let provenance) = self else { return self }
    return .known(value, Provenance(asOf: provenance.asOf, origin: provenance.origin, isStale: true))
  }
}

extension UnknownReason {
  /// The reason, with the instant at which the value was missed.
  func missed(at instant: Timestamp) -> UnknownReason {
    UnknownReason(kind, "\(detail), at \(instant.iso8601)")
  }
}
