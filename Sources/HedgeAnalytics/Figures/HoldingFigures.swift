import FoundationEssentials
import HedgeModel

/// One spot position as the screen shows it. Values are in the portfolio's currency.
public struct HoldingFigures: Hashable, Sendable {
  /// What makes the position an exposure.
  public enum Origin: Hashable, Sendable {
    /// Coins held outright.
    case spot
    /// Coin-margined collateral and the unrealised profit of inverse legs in this account: exposure like a holding.
    case collateral(AccountID)
  }

  /// Coins held outright, or collateral.
  public let origin: Origin
  /// The coin.
  public let asset: Asset
  /// The spot market its price is read from.
  public let instrument: InstrumentID
  /// Coins: exact for spot, wallet plus unrealised profit for collateral.
  public let quantity: Reading<Decimal>
  /// Price of one coin.
  public let price: Reading<Double>
  /// Move of the price over the last 24 hours, a fraction.
  public let change: Reading<Double>
  /// Value: V = quantity · price.
  public let value: Reading<Double>
  /// Share of the strategy's spot value.
  public let weight: Reading<Double>
  /// Beta to the benchmark.
  public let beta: Reading<BetaEstimate>
  /// V · β.
  public let betaDollars: Reading<Double>
  /// Its part of the strategy's net beta: V · β / denominator.
  public let contribution: Reading<Double>
  /// Value less stated cost; unknown when no cost is stated.
  public let unrealisedProfit: Reading<Double>

  /// Figures of a holding; see the properties.
  public init(
    origin: Origin, asset: Asset, instrument: InstrumentID, quantity: Reading<Decimal>, price: Reading<Double>,
    change: Reading<Double>, value: Reading<Double>, weight: Reading<Double>, beta: Reading<BetaEstimate>,
    betaDollars: Reading<Double>, contribution: Reading<Double>, unrealisedProfit: Reading<Double>
  ) {
    self.origin = origin
    self.asset = asset
    self.instrument = instrument
    self.quantity = quantity
    self.price = price
    self.change = change
    self.value = value
    self.weight = weight
    self.beta = beta
    self.betaDollars = betaDollars
    self.contribution = contribution
    self.unrealisedProfit = unrealisedProfit
  }
}
