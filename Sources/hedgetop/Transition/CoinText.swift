import ArgumentParser
import FoundationEssentials
import HedgeModel

/// A coin as `--from` and `--to` state it.
///
///     BTC                   as the configuration holds it
///     ETH@3500:beta=1.2     at 3,500, of beta 1.2 to the benchmark
struct CoinText: Hashable, Sendable {
  /// The coin.
  let asset: Asset
  /// Price of a coin; nil when not stated.
  let price: Decimal?
  /// Beta to the benchmark; nil when not stated.
  let beta: Double?

  /// Reads the text of an option.
  ///
  /// - Throws: `ValidationError` that says what is wrong.
  init(parsing text: String) throws {
    let parts = try SpecificationText(text, names: ["beta"])
    guard parts.plain.count == 1 else {
      throw ValidationError("expected a coin such as BTC, or with its price and beta ETH@3500:beta=1.2")
    }
    let coin = parts.plain[0].split(separator: "@", omittingEmptySubsequences: false).map(String.init)
    guard coin.count <= 2 else { throw ValidationError("found more than one @, expected a coin such as ETH@3500") }
    asset = try SpecificationText.asset(coin[0])
    price = coin.count == 2 ? try SpecificationText.positive(coin[1], "the price") : nil
    beta = try parts.number("beta")?.inexact
  }
}
