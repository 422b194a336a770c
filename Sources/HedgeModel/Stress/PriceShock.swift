/// How prices move in a scenario. Moves are fractions: −0.1 is a fall by 10 %. No price falls by more than all of it.
public enum PriceShock: Hashable, Sendable {
  /// What coins do that a scenario does not list.
  public enum Others: Hashable, Sendable {
    /// They move by β·x, x the move of the benchmark.
    case beta
    /// They stand.
    case unmoved
  }

  /// Prices stand.
  case unmoved
  /// The benchmark moves by so much and every coin by β times that.
  case benchmark(Double)
  /// Every correlation is one: the benchmark moves by so much and every coin by σ_i/σ_b times that.
  case correlated(Double)
  /// Coins move as listed. `benchmark` is the move the others follow; nil takes it from the listed moves.
  case stated([Asset: Double], benchmark: Double?, others: Others)
}
