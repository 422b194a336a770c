import FoundationEssentials
import HedgeModel

/// A reading as JSON: the value with its age and source, or null with the reason beside it.
///
///     {"value": 0.0123, "as_of": "2021-05-19T12:00:00Z", "age_seconds": 1.2, "source": "simulated", "stale": false}
///     {"value": null, "reason": "no price of simulated:BTC yet", "reason_kind": "not_received"}
struct FigureReport<Value: Encodable & Sendable>: Encodable {
  let reading: Reading<Value>
  let now: Timestamp

  private enum CodingKeys: String, CodingKey {
    case value
    case asOf
    case ageSeconds
    case source
    case stale
    case reason
    case reasonKind
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    switch finite {
    case .known(let value, let provenance):
      try container.encode(value, forKey: .value)
      try container.encode(provenance.source, forKey: .source)
      try container.encode(provenance.isStale, forKey: .stale)
      if let age = provenance.age(at: now) {
        try container.encode(provenance.asOf.iso8601, forKey: .asOf)
        try container.encode(age.inSeconds, forKey: .ageSeconds)
      }
    case .unknown(let reason):
      try container.encodeNil(forKey: .value)
      try container.encode(reason.detail, forKey: .reason)
      try container.encode(reason.kind.rawValue, forKey: .reasonKind)
    }
  }

  /// A number that is not finite has no JSON form and no meaning: it is unknown.
  private var finite: Reading<Value> {
    if let value = reading.value as? Double, !value.isFinite {
      return .unknown(UnknownReason(.invalid, "the result is not a finite number"))
    }
    return reading
  }
}
