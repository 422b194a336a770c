import HedgeModel

/// What happens to the simulated market within one hour, drawn from the seed and the number of the hour alone.
///
/// Factor 0 is the benchmark, factor i < coins the part of coin i that the benchmark does not explain; then follow
/// the basis of each perpetual, the basis of the inverse contract, and the yearly carry of the dated future.
struct SimulatedShock: Sendable {
  static let coins = SimulatedVenue.coins.count
  static let inverseBasis = 2 * coins
  static let carry = 2 * coins + 1
  static let factors = 2 * coins + 2

  /// Half-life of the bases, in hours, and of the carry.
  private static let basisMemory = halfLife(12)
  private static let carryMemory = halfLife(72)
  private static let ownJumpsPerHour = 0.003
  private static let benchmarkJumpSize = 0.025
  private static let ownJumpSize = 0.03

  private static func halfLife(_ hours: Double) -> Double { exponential(-0.693_147_180_559_945_3 / hours) }

  /// The hour, counted from the one that holds the start; it runs to the next hour.
  private(set) var hour = 0
  /// The regime of the hour.
  private(set) var regime = SimulatedRegime.calm
  /// Whether the regime changes when the hour ends.
  private(set) var endsRegime = false
  /// Standard deviation of each factor over the hour.
  private(set) var deviation = [Double](repeating: 0, count: factors)
  /// Standard normal draw of each factor.
  private(set) var draw = [Double](repeating: 0, count: factors)
  /// Jump of each return factor; zero for most hours.
  private(set) var jump = [Double](repeating: 0, count: coins)
  /// Second of the hour at which the factor jumps.
  private(set) var jumpSecond = [Int](repeating: 0, count: coins)

  /// Replaces the contents by the shock of `hour` in `regime`; the arrays keep their storage.
  mutating func redraw(hour: Int, regime: SimulatedRegime, seed: UInt64) {
    self.hour = hour
    self.regime = regime
    var random = SplitMix64(seed: seed, hour, -1)
    endsRegime = random.unit() < regime.endsPerHour
    for factor in 0..<Self.factors {
      draw[factor] = random.normal()
      deviation[factor] = Self.deviation(of: factor, in: regime)
    }
    for factor in 0..<Self.coins {
      let probability = factor == 0 ? regime.benchmarkJumps : Self.ownJumpsPerHour
      let size = factor == 0 ? Self.benchmarkJumpSize : Self.ownJumpSize
      jump[factor] = random.unit() < probability ? size * random.normal() : 0
      jumpSecond[factor] = jump[factor] == 0 ? 0 : 1 + Int(random.unit() * 3599)
    }
  }

  /// Change over the hour, jumps left out, of a factor that stood at `level` when the hour began.
  ///
  /// Return factors have no drift. The others revert to their mean: an Ornstein–Uhlenbeck process in its exact
  /// discrete form.
  func change(of factor: Int, from level: Double) -> Double {
    let noise = deviation[factor] * draw[factor]
    guard factor >= Self.coins else { return noise }
    let memory = factor == Self.carry ? Self.carryMemory : Self.basisMemory
    return (1 - memory) * (Self.mean(of: factor, in: regime) - level) + noise
  }

  /// Where a reverting factor reverts to.
  static func mean(of factor: Int, in regime: SimulatedRegime) -> Double {
    factor == carry ? SimulatedVenue.meanCarry : regime.meanBasis
  }

  private static func deviation(of factor: Int, in regime: SimulatedRegime) -> Double {
    let perHour = 1 / BetaPolicy.BarInterval.hour.barsPerYear.squareRoot()
    switch factor {
    case 0: return SimulatedVenue.benchmarkVolatility * perHour * regime.benchmarkScale
    case ..<coins:
      return SimulatedVenue.coins[factor].idiosyncraticVolatility * perHour * regime.idiosyncraticScale
    case carry: return SimulatedVenue.carryDeviation * (1 - carryMemory * carryMemory).squareRoot()
    default:
      let longRun =
        factor == inverseBasis
        ? SimulatedVenue.inverseBasisDeviation : SimulatedVenue.coins[factor - coins].basisDeviation
      return longRun * (1 - basisMemory * basisMemory).squareRoot()
    }
  }
}
