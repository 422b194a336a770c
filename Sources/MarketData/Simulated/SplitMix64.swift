import Glibc

/// A small seeded random generator: the same seed gives the same numbers on every machine.
///
/// The algorithm is SplitMix64: a Weyl sequence with the golden-ratio increment, each term passed through a 64-bit
/// finaliser (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014). It passes the
/// usual statistical batteries, needs eight bytes of state, and may be started from any key, which is what a market
/// that must answer for any instant without walking to it needs. It is not for secrets.
public struct SplitMix64: RandomNumberGenerator, Hashable, Sendable {
  private static let increment: UInt64 = 0x9E37_79B9_7F4A_7C15
  private var state: UInt64

  /// A generator whose numbers depend on `seed` alone.
  public init(seed: UInt64) {
    state = seed
  }

  /// A generator of its own for each combination of seed and keys.
  init(seed: UInt64, _ first: Int, _ second: Int, _ third: Int = 0) {
    var key = Self.finalised(seed &+ Self.increment)
    for part in [first, second, third] {
      key = Self.finalised((key ^ UInt64(bitPattern: Int64(part))) &+ Self.increment)
    }
    state = key
  }

  /// The next 64 random bits.
  public mutating func next() -> UInt64 {
    state &+= Self.increment
    return Self.finalised(state)
  }

  /// A number in [0, 1), uniform, with 53 random bits.
  mutating func unit() -> Double {
    Double(next() >> 11) * 0x1p-53
  }

  /// A standard normal number, by the transform of Box and Muller (1958).
  mutating func normal() -> Double {
    let radius = (-2 * log(1 - unit())).squareRoot()
    return radius * cos(2 * Double.pi * unit())
  }

  private static func finalised(_ value: UInt64) -> UInt64 {
    var mixed = value
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
