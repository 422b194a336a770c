import HedgeModel

/// Our figures of an account beside its venue's own. Both are shown; where they differ by more than a tolerance, the
/// inputs they rest on are compared, to say which of them differs.
public struct Reconciliation: Hashable, Sendable {
  /// A figure of ours and of the venue.
  public struct Line: Hashable, Sendable {
    /// What is compared.
    public enum Subject: String, Hashable, Sendable, CaseIterable {
      /// How much is held, in contracts.
      case position
      /// Price at which a position is liquidated.
      case liquidationPrice = "liquidation price"
      /// Maintenance margin of a position, in its settlement asset.
      case maintenanceMargin = "maintenance margin"
      /// Equity of the account, in the venue's unit.
      case equity
      /// Maintenance margin of the account, in the venue's unit.
      case accountMaintenanceMargin = "maintenance margin of the account"
    }

    /// What is compared.
    public let subject: Subject
    /// The position; nil for the account as a whole.
    public let instrument: InstrumentID?
    /// What we reckon.
    public let ours: Reading<Double>
    /// What the venue reckons; unknown when it does not tell.
    public let venue: Reading<Double>
    /// ours / venue − 1.
    public let difference: Reading<Double>
    /// What differs, when the difference is beyond the tolerance; nil when it is not, or cannot be told.
    public let cause: String?

    /// A line; see the properties.
    public init(
      subject: Subject, instrument: InstrumentID?, ours: Reading<Double>, venue: Reading<Double>,
      difference: Reading<Double>, cause: String?
    ) {
      self.subject = subject
      self.instrument = instrument
      self.ours = ours
      self.venue = venue
      self.difference = difference
      self.cause = cause
    }

    /// True when both are known and differ by more than is tolerated.
    public var isOff: Bool { cause != nil }
  }

  /// The account.
  public let account: AccountID
  /// Its positions' figures, then its own.
  public let lines: [Line]

  /// The account compared, figure by figure.
  public init(account: AccountID, lines: [Line]) {
    self.account = account
    self.lines = lines
  }

  /// Lines that differ by more than is tolerated.
  public var differences: [Line] { lines.filter(\.isOff) }

  /// True when something could be compared, by fresh figures of both sides, and nothing differs.
  public var agrees: Bool { differences.isEmpty && lines.contains { $0.difference.isFresh } }
}
