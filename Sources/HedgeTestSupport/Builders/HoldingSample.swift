import FoundationEssentials
import HedgeAnalytics
import HedgeModel

/// A spot position of a sample snapshot, in the few numbers its figures follow from.
public struct HoldingSample: Sendable {
  /// The coin's symbol; any text, to try what names from outside do to the screen.
  public var symbol: String
  /// Coins held.
  public var quantity: Decimal
  /// Price of one coin.
  public var price: Double
  /// Move over 24 hours, a fraction.
  public var change: Double
  /// Beta to the benchmark.
  public var beta: Double
  /// Standard error of beta; nil for a stated beta, 0 for the benchmark itself.
  public var standardError: Double?
  /// The account it is collateral of; nil for coins held outright.
  public var account: AccountID?
  /// Value less its cost; nil where no cost is stated.
  public var profit: Double?

  /// A position; see the properties.
  public init(
    _ symbol: String, quantity: Decimal, price: Double, change: Double, beta: Double, standardError: Double? = nil,
    account: AccountID? = nil
  ) {
    self.symbol = symbol
    self.quantity = quantity
    self.price = price
    self.change = change
    self.beta = beta
    self.standardError = standardError
    self.account = account
  }

  /// The spot market its price is read from.
  public var instrument: InstrumentID { InstrumentID(venue: "simulated", symbol: symbol) }

  /// V = quantity · price.
  public var value: Double { quantity.inexact * price }

  /// The estimate its numbers stand for.
  public var estimate: BetaEstimate {
    guard let standardError else { return BetaEstimate(source: .override, beta: beta) }
    guard standardError > 0 else { return BetaEstimate(source: .identity, beta: 1, standardError: 0) }
    return BetaEstimate(
      source: .regression, beta: beta, alpha: 0.0002, standardError: standardError,
      neweyWestError: standardError * 1.1, rSquared: 0.81, correlation: 0.9, observations: 90)
  }
}
