import HedgeModel

/// What every scenario does to a book at one instant: a row a scenario, in the order they were asked for.
public struct StressTable: Hashable, Sendable {
  /// The instant the book was taken at.
  public let now: Timestamp
  /// The portfolio's name.
  public let portfolio: String
  /// The currency of all values.
  public let currency: Asset
  /// What betas are measured against.
  public let benchmark: Benchmark
  /// The rows.
  public let outcomes: [StressOutcome]

  /// A table; see the properties.
  public init(now: Timestamp, portfolio: String, currency: Asset, benchmark: Benchmark, outcomes: [StressOutcome]) {
    self.now = now
    self.portfolio = portfolio
    self.currency = currency
    self.benchmark = benchmark
    self.outcomes = outcomes
  }

  /// The outcome that loses most, hedged; nil when none is known.
  public var worst: StressOutcome? {
    outcomes.filter { $0.profit.hedged.value != nil }
      .min { ($0.profit.hedged.value ?? 0) < ($1.profit.hedged.value ?? 0) }
  }
}
