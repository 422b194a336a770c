import Glibc

/// e raised to `exponent`; named in full because `exp` alone collides with Foundation's overloads.
func exponential(_ exponent: Double) -> Double { exp(exponent) }

/// The natural logarithm.
func logarithm(_ value: Double) -> Double { log(value) }
