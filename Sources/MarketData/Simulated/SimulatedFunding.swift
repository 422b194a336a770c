/// The simulated venue's funding rule.
enum SimulatedFunding {
  /// The part of the rate that pays for the currencies' interest, per eight hours.
  static let interest = 0.0001
  /// How far the interest may pull the rate away from the premium.
  static let limit = 0.0005

  /// The rate per `hours` for a mean premium of the perpetual over its index.
  ///
  /// Per eight hours it is P + clamp(I − P, ±0.05 %), the rule Bybit publishes ("Introduction to Funding Rate");
  /// shorter intervals pay their share of it. Rounded to eight decimals, as venues state it.
  static func rate(premium: Double, hours: Int) -> Double {
    let perEight = premium + min(max(interest - premium, -limit), limit)
    return (perEight * Double(hours) / 8 * 1e8).rounded() / 1e8
  }
}
