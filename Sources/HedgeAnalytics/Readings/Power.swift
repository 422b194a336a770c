#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The elementary functions the figures need, named so that nothing else of the C library is in reach.
enum Power {
  static func raised(_ base: Double, to exponent: Double) -> Double { pow(base, exponent) }

  static func naturalLogarithm(_ value: Double) -> Double { log(value) }

  static func hyperbolicTangent(_ value: Double) -> Double { tanh(value) }

  static func inverseHyperbolicTangent(_ value: Double) -> Double { atanh(value) }
}
