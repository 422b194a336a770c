import HedgeModel

/// The path of every level of the simulated market: log prices, bases, carry.
///
/// The levels at whole hours are a walk, forwards from the start and, for history, backwards; each step depends on
/// the seed and the number of the hour only. Between two hours each factor is a Brownian bridge: the level at any
/// second is found by halving the hour about twelve times, each midpoint having a random number of its own. So any
/// instant can be asked for, in any order, and gives the same answer; a jump over a week costs 168 hours of walk and
/// one bridge instead of 604,800 steps. (The reversion of a basis within an hour is left out of the bridge: it is
/// small against its half-life.)
///
/// Levels 0..<coins are log prices, the rest are the factors of ``SimulatedShock``.
struct SimulatedPath: Sendable {
  typealias Shock = SimulatedShock

  private let seed: UInt64
  private let regimes: SimulatedConfiguration.Regimes
  /// Levels at hours 0, 1, 2… and at −1, −2, −3…, one hour after the other.
  private var forward: [Double]
  private var backward: [Double] = []
  private var forwardRegime: SimulatedRegime
  private var backwardRegime: SimulatedRegime
  /// The shock of the hour after the last of `forward`.
  private var shock = Shock()
  private var backwardShock = Shock()

  init(_ configuration: SimulatedConfiguration) {
    seed = configuration.seed
    regimes = configuration.regimes
    let initial: SimulatedRegime = configuration.regimes == .stress ? .stress : .calm
    forwardRegime = initial
    backwardRegime = initial
    forward = SimulatedVenue.coins.map { logarithm($0.startPrice) }
    forward += (Shock.coins..<Shock.factors).map { Shock.mean(of: $0, in: initial) }
    shock.redraw(hour: 0, regime: initial, seed: seed)
  }

  /// Hours walked forward so far.
  private var lastHour: Int { forward.count / Shock.factors - 1 }
  private var firstHour: Int { -(backward.count / Shock.factors) }

  /// The regime of the latest hour walked to.
  var regime: SimulatedRegime { shock.regime }

  /// Level `index` at the beginning of `hour`; the hour must have been walked to.
  func level(_ index: Int, atHour hour: Int) -> Double {
    hour >= 0 ? forward[hour * Shock.factors + index] : backward[(-hour - 1) * Shock.factors + index]
  }

  /// Walks until the levels at the beginning of `hour` are known.
  mutating func walk(to hour: Int) {
    while lastHour < hour { stepForward() }
    while firstHour > hour { stepBackward() }
  }

  private mutating func stepForward() {
    let base = forward.count - Shock.factors
    let market = shock.change(of: 0, from: 0) + shock.jump[0]
    for index in 0..<Shock.factors {
      forward.append(forward[base + index] + Self.change(of: index, from: forward[base + index], shock, market))
    }
    if shock.endsRegime, regimes == .switching { forwardRegime = forwardRegime.opposite }
    shock.redraw(hour: lastHour, regime: forwardRegime, seed: seed)
  }

  /// A two-state chain and a stationary reverting process look the same in both directions of time, so the past is
  /// drawn like the future, with its signs turned.
  private mutating func stepBackward() {
    let hour = firstHour - 1
    backwardShock.redraw(hour: hour, regime: backwardRegime, seed: seed)
    if backwardShock.endsRegime, regimes == .switching { backwardRegime = backwardRegime.opposite }
    let market = backwardShock.change(of: 0, from: 0) + backwardShock.jump[0]
    for index in 0..<Shock.factors {
      let later = level(index, atHour: hour + 1)
      let change = Self.change(of: index, from: later, backwardShock, market)
      backward.append(index < Shock.coins ? later - change : later + change)
    }
  }

  private static func change(of index: Int, from level: Double, _ shock: Shock, _ market: Double) -> Double {
    let own = shock.change(of: index, from: level)
    guard index < Shock.coins else { return own }
    return index == 0 ? market : SimulatedVenue.coins[index].beta * market + own + shock.jump[index]
  }

  /// All levels `second` seconds into `hour`, which must be the last hour walked to.
  func levels(second: Int) -> [Double] {
    let base = forward.count - Shock.factors
    var result = Array(forward[base...])
    guard second > 0 else { return result }
    let market = factor(0, from: 0, second: second)
    for index in result.indices {
      let own = index == 0 ? 0 : factor(index, from: result[index], second: second)
      result[index] += own + (index < Shock.coins ? SimulatedVenue.coins[index].beta * market : 0)
    }
    return result
  }

  /// Change of a factor within the current hour, its jump included.
  private func factor(_ factor: Int, from level: Double, second: Int) -> Double {
    let total = shock.change(of: factor, from: level)
    let jumped = factor < Shock.coins && second >= shock.jumpSecond[factor]
    return bridge(factor, total: total, second: second) + (jumped ? shock.jump[factor] : 0)
  }

  /// The bridge from 0 at the hour's beginning to `total` at its end: halves the hour, drawing each midpoint from
  /// its conditional normal distribution, until the second is met.
  private func bridge(_ factor: Int, total: Double, second: Int) -> Double {
    var low = 0
    var high = 3600
    var lowValue = 0.0
    var highValue = total
    while low != second {
      let middle = (low + high) / 2
      let length = Double(high - low)
      let before = Double(middle - low)
      let spread = (before * (length - before) / (length * 3600)).squareRoot() * shock.deviation[factor]
      var random = SplitMix64(seed: seed, shock.hour, factor, middle)
      let value = lowValue + (highValue - lowValue) * before / length + spread * random.normal()
      if second < middle { (high, highValue) = (middle, value) } else { (low, lowValue) = (middle, value) }
    }
    return lowValue
  }
}
