import HedgeModel

/// How far one coin moves in a scenario, and by which rule.
public struct StressMove: Hashable, Sendable {
  /// Where the number comes from.
  public enum Rule: String, Hashable, Sendable, CaseIterable {
    /// The scenario states it.
    case stated
    /// β times the benchmark's move.
    case beta
    /// σ_i/σ_b times the benchmark's move.
    case volatility
    /// The scenario leaves the coin where it is.
    case unmoved
  }

  /// The coin.
  public let asset: Asset
  /// Its move, a fraction, −1 or more; unknown without the beta or volatility it needs.
  public let move: Reading<Double>
  /// Where the number comes from.
  public let rule: Rule

  /// A move; see the properties.
  public init(asset: Asset, move: Reading<Double>, rule: Rule) {
    self.asset = asset
    self.move = move
    self.rule = rule
  }
}
