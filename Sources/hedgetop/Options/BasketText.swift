import ArgumentParser
import FoundationEssentials
import HedgeModel

/// Reads a basket such as `ETH:0.35,BNB:0.65`.
enum BasketText {
  /// Shares above zero that add up to one, exactly.
  ///
  /// - Throws: `ValidationError` that says what is wrong.
  static func weights(_ text: String) throws -> [(asset: Asset, value: Decimal)] {
    let weights = try SpecificationText.numbers(text, "share")
    if let wrong = weights.first(where: { $0.value <= 0 }) {
      throw ValidationError("the share of \(wrong.asset) is \(wrong.value), expected a number above 0")
    }
    let sum = weights.reduce(Decimal(0)) { $0 + $1.value }
    guard sum == 1 else { throw ValidationError("the shares add up to \(sum), expected 1") }
    return weights
  }
}
