/// The mood of the simulated market during one hour.
struct SimulatedRegime: Hashable, Sendable {
  /// Multiplies the benchmark's volatility.
  let benchmarkScale: Double
  /// Multiplies the coins' own volatilities. Below 1 while the benchmark's scale is above 1, so that correlations
  /// approach 1 although the true betas stay what they are.
  let idiosyncraticScale: Double
  /// Where the basis of the perpetuals reverts to, as a fraction of the price.
  let meanBasis: Double
  /// Probability that the regime ends with this hour.
  let endsPerHour: Double
  /// Probability of a jump of the whole market in this hour.
  let benchmarkJumps: Double

  /// The normal state; lasts six days on average.
  static let calm = SimulatedRegime(
    benchmarkScale: 1, idiosyncraticScale: 1, meanBasis: 0.0002, endsPerHour: 1.0 / 144, benchmarkJumps: 0.002)
  /// A crash or a squeeze; lasts ten hours on average.
  static let stress = SimulatedRegime(
    benchmarkScale: 3, idiosyncraticScale: 0.5, meanBasis: -0.0008, endsPerHour: 0.1, benchmarkJumps: 0.03)

  /// The other one.
  var opposite: SimulatedRegime { self == .calm ? .stress : .calm }
}
