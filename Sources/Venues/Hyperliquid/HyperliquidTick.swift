import FoundationEssentials

/// How finely Hyperliquid writes prices: at most 5 significant figures and at most 6 (spot: 8) decimals less those of
/// the size; whole numbers always are allowed. The step therefore depends on where the price stands.
enum HyperliquidTick {
  /// The step around `price`; the finest one when there is none.
  ///
  /// - Parameters:
  ///   - sizeDecimals: `szDecimals` of the coin.
  ///   - mostDecimals: 6 of perpetuals, 8 of spot.
  static func step(at price: Decimal?, sizeDecimals: Int, mostDecimals: Int) -> Decimal {
    let finest = power(min(sizeDecimals - mostDecimals, 0))
    guard let price, price > 0 else { return finest }
    var step: Decimal = 1
    while step > finest, price < step * 10_000 { step /= 10 }
    return max(step, finest)
  }

  /// Ten to the power of `exponent`.
  static func power(_ exponent: Int) -> Decimal { Decimal(sign: .plus, exponent: exponent, significand: 1) }
}
