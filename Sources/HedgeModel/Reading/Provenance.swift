/// Where a figure comes from and how old its oldest input is.
public struct Provenance: Hashable, Sendable {
  /// The instant of the oldest input the figure was built from.
  public let asOf: Timestamp
  /// The feed, file or rule that supplied that oldest input, as the user knows it: `simulated`, `config`, `user`.
  public var source: String { origin.name }
  /// The source as a number.
  public let origin: Origin
  /// True when an input was older than its feed's limit at the time of the snapshot.
  public let isStale: Bool

  /// A provenance; see the properties.
  public init(asOf: Timestamp, source: String, isStale: Bool = false) {
    self.init(asOf: asOf, origin: Origin(source), isStale: isStale)
  }

  /// A provenance whose source has been looked up before.
  @inlinable public init(asOf: Timestamp, origin: Origin, isStale: Bool = false) {
    self.asOf = asOf
    self.origin = origin
    self.isStale = isStale
  }

  /// A figure the user stated: it has no age that could run out.
  public static let stated = Provenance(asOf: Timestamp(milliseconds: .max), source: "stated")

  /// The provenance of a figure built from both: the older instant, stale when either is.
  @inlinable public func merged(with other: Provenance) -> Provenance {
    if asOf.milliseconds <= other.asOf.milliseconds {
      return isStale || !other.isStale ? self : Provenance(asOf: asOf, origin: origin, isStale: true)
    }
    return other.isStale || !isStale ? other : Provenance(asOf: other.asOf, origin: other.origin, isStale: true)
  }

  /// How old the oldest input is at `now`; nil for a stated figure.
  @inlinable public func age(at now: Timestamp) -> Duration? {
    asOf == Self.stated.asOf ? nil : now - asOf
  }
}
