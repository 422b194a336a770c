import ArgumentParser
import FoundationEssentials
import HedgeModel

/// A spot position to hedge, as `--spot` states it.
///
///     BTC:3@65000            3 BTC at 65,000
///     ETH:40@3500:beta=1.2   40 ETH at 3,500, beta 1.2 to the benchmark
///     alts:100000:beta=1.3   a value of 100,000
struct SpotPosition: Hashable, Sendable {
  /// The coin, or any name for a basket.
  let asset: Asset
  /// Coins; nil when only the value is stated.
  let quantity: Decimal?
  /// Price of a coin; nil when only the value is stated.
  let price: Decimal?
  /// Value: quantity · price. Negative when short.
  let value: Decimal
  /// Beta to the benchmark.
  let beta: Double

  /// Reads the text of an option.
  ///
  /// - Throws: `ValidationError` that says what is wrong.
  init(parsing text: String) throws {
    let parts = try SpecificationText(text, names: ["beta"])
    guard parts.plain.count == 2 else {
      throw ValidationError("expected an asset and a quantity with its price, or a value: ETH:40@3500 or ETH:140000")
    }
    asset = try SpecificationText.asset(parts.plain[0])
    beta = (try parts.number("beta") ?? 1).inexact
    let amount = parts.plain[1].split(separator: "@", omittingEmptySubsequences: false).map(String.init)
    switch amount.count {
    case 1:
      (quantity, price) = (nil, nil)
      value = try SpecificationText.number(amount[0], "the value")
    case 2:
      let held = try SpecificationText.number(amount[0], "the quantity")
      let each = try SpecificationText.positive(amount[1], "the price")
      (quantity, price) = (held, each)
      value = held * each
    default: throw ValidationError("found more than one @, expected a quantity and its price such as 40@3500")
    }
    guard value != 0 else { throw ValidationError("a position of nothing needs no hedge") }
  }
}
