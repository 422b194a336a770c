import ArgumentParser
import FoundationEssentials
import HedgeModel

/// A future to hedge with, as `--contract` states it.
///
///     1@65000                      one coin a contract, at 65,000
///     ETH:0.1@3510:held=-20        0.1 ETH a contract, 20 of them short already
///     100@65000                    with --inverse: 100 USD a contract
struct ContractSpecification: Hashable, Sendable {
  /// The coin it is on; nil for the benchmark.
  let asset: Asset?
  /// Size of a contract: coins when linear, units of the currency when inverse.
  let multiplier: Decimal
  /// Price of the future; nil when not stated, which only an inverse contract can do without.
  let price: Decimal?
  /// Beta of the underlying to the benchmark; nil when not stated.
  let beta: Double?
  /// Contracts held already, negative when short.
  let held: Decimal

  /// Reads the text of an option.
  ///
  /// - Throws: `ValidationError` that says what is wrong.
  init(parsing text: String) throws {
    let parts = try SpecificationText(text, names: ["beta", "held"])
    guard (1...2).contains(parts.plain.count), let size = parts.plain.last else {
      throw ValidationError("expected the size of a contract and its price such as 1@65000 or ETH:0.1@3510")
    }
    asset = parts.plain.count == 2 ? try SpecificationText.asset(parts.plain[0]) : nil
    let amount = size.split(separator: "@", omittingEmptySubsequences: false).map(String.init)
    guard amount.count <= 2 else {
      throw ValidationError("found more than one @, expected a size and a price such as 1@65000")
    }
    multiplier = try SpecificationText.positive(amount[0], "the size of a contract")
    price = amount.count == 2 ? try SpecificationText.positive(amount[1], "the price") : nil
    beta = try parts.number("beta")?.inexact
    held = try parts.number("held") ?? 0
  }

  /// A contract of one coin at a price.
  init(oneCoinAt price: Decimal) {
    asset = nil
    multiplier = 1
    self.price = price
    beta = nil
    held = 0
  }
}
