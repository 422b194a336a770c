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
  @inlinable public var origin: Origin { subject.origin }
  /// The coin.
  @inlinable public var asset: Asset { subject.asset }
  /// The spot market its price is read from.
  @inlinable public var instrument: InstrumentID { subject.instrument }
  /// Coins: exact for spot, wallet plus unrealised profit for collateral.
  @inlinable public var quantity: Reading<Decimal> { subject.quantity }
  /// Price of one coin.
  public let price: Reading<Double>
  /// Move of the price over the last 24 hours, a fraction.
  public let change: Reading<Double>
  /// Value: V = quantity · price.
  public let value: Reading<Double>
  /// Share of the strategy's spot value.
  public let weight: Reading<Double>
  /// Beta to the benchmark.
  @inlinable public var beta: Reading<BetaEstimate> { subject.beta }
  /// V · β.
  public let betaDollars: Reading<Double>
  /// Its part of the strategy's net beta: V · β / denominator.
  public let contribution: Reading<Double>
  /// Value less stated cost; unknown when no cost is stated.
  public let unrealisedProfit: Reading<Double>
  @usableFromInline let subject: Subject

  /// Figures of a holding; see the properties.
  public init(
    origin: Origin, asset: Asset, instrument: InstrumentID, quantity: Reading<Decimal>, price: Reading<Double>,
    change: Reading<Double>, value: Reading<Double>, weight: Reading<Double>, beta: Reading<BetaEstimate>,
    betaDollars: Reading<Double>, contribution: Reading<Double>, unrealisedProfit: Reading<Double>
  ) {
    self.init(
      of: Subject(origin: origin, asset: asset, instrument: instrument, quantity: quantity, beta: beta), price: price,
      change: change, value: value, weight: weight, betaDollars: betaDollars, contribution: contribution,
      unrealisedProfit: unrealisedProfit)
  }

  /// Figures of a holding of which what stays the same is shared.
  init(
    of subject: Subject, price: Reading<Double>, change: Reading<Double>, value: Reading<Double>,
    weight: Reading<Double>, betaDollars: Reading<Double>, contribution: Reading<Double>,
    unrealisedProfit: Reading<Double>
  ) {
    self.subject = subject
    self.price = price
    self.change = change
    self.value = value
    self.weight = weight
    self.betaDollars = betaDollars
    self.contribution = contribution
    self.unrealisedProfit = unrealisedProfit
  }
}

extension HoldingFigures {
  /// What the figures are of: of coins held outright it is the same from one second to the next, so it is kept once
  /// and shared.
  @usableFromInline final class Subject: Hashable, Sendable {
    @usableFromInline let origin: Origin
    @usableFromInline let asset: Asset
    @usableFromInline let instrument: InstrumentID
    @usableFromInline let quantity: Reading<Decimal>
    @usableFromInline let beta: Reading<BetaEstimate>

    init(
      origin: Origin, asset: Asset, instrument: InstrumentID, quantity: Reading<Decimal>, beta: Reading<BetaEstimate>
    ) {
      self.origin = origin
      self.asset = asset
      self.instrument = instrument
      self.quantity = quantity
      self.beta = beta
    }

    @usableFromInline static func == (left: Subject, right: Subject) -> Bool {
      left === right
        || left.origin == right.origin && left.asset == right.asset && left.instrument == right.instrument
          && left.quantity == right.quantity && left.beta == right.beta
    }

    @usableFromInline func hash(into hasher: inout Hasher) {
      hasher.combine(instrument)
    }
  }
}
