import HedgeModel

/// Which recording is played, and which part of it.
public struct ReplayConfiguration: Hashable, Sendable {
  /// CSV files in the layouts of ``PriceTable`` and ``FundingTable``, told apart by their headers. Where two hold the
  /// same column with bars of the same length, the first is used.
  public let files: [String]
  /// Market time at the beginning; nil: when the first bar closes.
  public let start: Timestamp?
  /// Market time at the end; nil: when the last bar closes.
  public let end: Timestamp?
  /// The currency the prices are in, which the files do not tell.
  public let quote: Asset
  /// Specifications of the instruments, by name, where the user has them; see ``ReplayFeed`` for the others.
  public let specifications: [Instrument]
  /// Market time per wall time, for the label only.
  public let speed: Double

  /// A configuration; see the properties.
  public init(
    files: [String], start: Timestamp? = nil, end: Timestamp? = nil, quote: Asset = "USDT",
    specifications: [Instrument] = [], speed: Double = 1
  ) {
    self.files = files
    self.start = start
    self.end = end
    self.quote = quote
    self.specifications = specifications
    self.speed = speed
  }
}
