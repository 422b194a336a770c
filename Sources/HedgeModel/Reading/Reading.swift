/// A figure that is either known, with its age and source, or unknown, with the reason.
///
/// Every number a user sees is a reading. Formulas combine readings, so a missing input makes each figure that is
/// built on it unknown, and a stale one marks each of them stale: unknown is never zero.
///
///     let value = quantity.combined(with: price) { $0 * $1 }
///
/// Its functions are inlinable so that another module can specialise them: a valuation combines thousands of readings
/// a time, and without that each one asks the runtime for its types.
public enum Reading<Value: Sendable>: Sendable {
  /// A value and where it comes from.
  case known(Value, Provenance)
  /// No value, and why.
  case unknown(UnknownReason)

  /// A value the user stated, which does not age.
  @inlinable public static func stated(_ value: Value) -> Reading { .known(value, .stated) }

  /// The value, or nil when unknown.
  @inlinable public var value: Value? {
    if case .known(let value, _) = self { value } else { nil }
  }

  /// Where the value comes from, or nil when unknown.
  @inlinable public var provenance: Provenance? {
    if case .known(_, let provenance) = self { provenance } else { nil }
  }

  /// Why the value is unknown, or nil when it is known.
  @inlinable public var unknownReason: UnknownReason? {
    if case .unknown(let reason) = self { reason } else { nil }
  }

  /// True when the value is known but an input of it was too old.
  @inlinable public var isStale: Bool { provenance?.isStale ?? false }

  /// True when the value is known and no input of it is stale: the only sort of figure a decision may rest on.
  @inlinable public var isFresh: Bool { provenance.map { !$0.isStale } ?? false }

  /// The reading of a value computed from this one.
  @inlinable public func map<Result>(_ transform: (Value) throws -> Result) rethrows -> Reading<Result> {
    switch self {
    case .known(let value, let provenance): .known(try transform(value), provenance)
    case .unknown(let reason): .unknown(reason)
    }
  }

  /// The reading of a computation that may itself be unknown; the provenances merge.
  @inlinable public func flatMap<Result>(_ transform: (Value) throws -> Reading<Result>) rethrows -> Reading<Result> {
    switch self {
    case .known(let value, let provenance):
      switch try transform(value) {
      case .known(let result, let inner): .known(result, provenance.merged(with: inner))
      case .unknown(let reason): .unknown(reason)
      }
    case .unknown(let reason): .unknown(reason)
    }
  }

  /// The reading of a value computed from two; unknown with the first reason when either is.
  @inlinable public func combined<Other, Result>(
    with other: Reading<Other>, _ transform: (Value, Other) throws -> Result
  ) rethrows -> Reading<Result> {
    switch self {
    case .unknown(let reason): .unknown(reason)
    case .known(let left, let first):
      switch other {
      case .unknown(let reason): .unknown(reason)
      case .known(let right, let second): .known(try transform(left, right), first.merged(with: second))
      }
    }
  }
}

extension Reading: Equatable where Value: Equatable {}
extension Reading: Hashable where Value: Hashable {}

extension Reading where Value == Double {
  /// The sum of the readings: zero, stated, for none; unknown with the first reason when any is.
  @inlinable public static func sum(_ readings: some Sequence<Reading<Double>>) -> Reading<Double> {
    readings.reduce(.stated(0)) { $0.combined(with: $1, +) }
  }

  /// `self / other`; unknown when `other` is zero, naming the figure that has no meaning.
  @inlinable public func divided(by other: Reading<Double>, undefined detail: String) -> Reading<Double> {
    switch combined(with: other, /) {
    case .known(let quotient, let provenance):
      other.value == 0 ? .unknown(UnknownReason(.undefined, detail)) : .known(quotient, provenance)
    case .unknown(let reason): .unknown(reason)
    }
  }
}
