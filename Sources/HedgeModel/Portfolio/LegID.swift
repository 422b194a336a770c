/// What tells one leg from another: a strategy holds an instrument at most once per account.
public struct LegID: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The strategy's name.
  public let strategy: String
  /// The future.
  public let instrument: InstrumentID
  /// The account that holds it.
  public let account: AccountID
  private let digest: Int

  /// A leg's identity; see the properties.
  public init(strategy: String, instrument: InstrumentID, account: AccountID) {
    self.strategy = strategy
    self.instrument = instrument
    self.account = account
    digest = NameDigest.of(strategy, account.name) ^ instrument.digest
  }

  /// Two legs are the same when all parts of their names are.
  public static func == (left: LegID, right: LegID) -> Bool {
    left.digest == right.digest && left.instrument == right.instrument && left.strategy == right.strategy
      && left.account == right.account
  }

  /// Hashes the name.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(digest)
  }

  /// `strategy/venue:symbol@account`.
  public var description: String { "\(strategy)/\(instrument)@\(account)" }

  /// Orders by strategy, instrument, account.
  public static func < (left: LegID, right: LegID) -> Bool {
    (left.strategy, left.instrument, left.account) < (right.strategy, right.instrument, right.account)
  }
}

extension Strategy {
  /// The identity of `leg`, which belongs to this strategy.
  public func id(of leg: Leg) -> LegID {
    LegID(strategy: name, instrument: leg.instrument, account: leg.account)
  }
}
