import HedgeModel

/// The funding of all legs as it is known at one instant. A value: what it tells is worked out where it is asked.
public struct FundingBook: Sendable {
  /// Rises when anything in it may be another.
  public var version: Int { desk.version }
  /// The instant.
  public let now: Timestamp
  private let desk: FundingDesk
  private let decisions: [Decision]

  init(_ desk: FundingDesk, decisions: [Decision], now: Timestamp) {
    self.desk = desk
    self.decisions = decisions
    self.now = now
  }

  /// What each leg was paid at each stamp since its opening, exact.
  public var payments: [LegPayment] { desk.paid(by: decisions, at: now) }

  /// The stamps of each instrument since the first opening of its legs, and where none is missing.
  public var stamps: [KeptFunding] { desk.kept(by: decisions, at: now) }
}

extension State {
  /// The funding of all legs as it is known now.
  var fundingBook: FundingBook { FundingBook(funding, decisions: decisions, now: now) }
}
