/// Betas drawn towards what is known before looking.
public enum BetaShrinkage {
  /// Blume (1975): ⅔·β + ⅓.
  public static func blume(_ beta: Double) -> Double { 2 * beta / 3 + 1.0 / 3 }

  /// Vasicek (1973): (s²·prior + σ²·β)/(s² + σ²), the mean of estimate and prior by their precisions.
  ///
  /// - Parameters:
  ///   - error: s, standard error of the estimate.
  ///   - prior: mean of the betas expected.
  ///   - priorDeviation: σ, their deviation.
  public static func vasicek(_ beta: Double, error: Double, prior: Double, priorDeviation: Double) -> Double {
    let (noise, spread) = (error * error, priorDeviation * priorDeviation)
    return (noise * prior + spread * beta) / (noise + spread)
  }
}
