import HedgeModel

/// Which program is the feed, and how it is treated.
public struct ProcessConfiguration: Hashable, Sendable {
  /// The program, found on the path, and its arguments. No shell is involved.
  public let command: [String]
  /// The venue part of its instruments' names.
  public let name: String
  /// Silence after which a value is stale.
  public let staleAfter: Duration
  /// True when the program's prices are real and current.
  public let isLive: Bool
  /// Specifications the user has; those the program announces take precedence.
  public let specifications: [Instrument]
  /// What the waits between restarts are drawn from.
  public let seed: UInt64
  /// How long a program that is told to end may take before it is killed.
  public let grace: Duration
  /// The folder it is started in; nil for the current one.
  public let folder: String?

  /// A configuration; see the properties.
  public init(
    command: [String], name: String = "process", staleAfter: Duration = .seconds(15), isLive: Bool = true,
    specifications: [Instrument] = [], seed: UInt64 = 1, grace: Duration = .seconds(1),
    folder: String? = nil
  ) {
    self.command = command
    self.name = name
    self.staleAfter = staleAfter
    self.isLive = isLive
    self.specifications = specifications
    self.seed = seed
    self.grace = grace
    self.folder = folder
  }
}
