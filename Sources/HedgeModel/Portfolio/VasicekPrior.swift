/// What betas are expected to be before an asset's returns are looked at.
public enum VasicekPrior: Hashable, Sendable {
  /// Mean and deviation of the betas of all assets with a full window, the benchmark left out.
  case crossSection
  /// Stated by the user.
  case stated(mean: Double, deviation: Double)
}
