import FoundationEssentials
import HedgeModel

/// One futures leg as the screen shows it. Values are in the portfolio's currency unless a property says otherwise.
public struct LegFigures: Hashable, Sendable {
  /// Which leg.
  public let id: LegID
  /// The position.
  public let leg: Leg
  /// The future's specification.
  public let instrument: Instrument
  /// The venue's mark price.
  public let mark: Reading<Double>
  /// Signed notional: negative when short. Linear n·m·F, inverse n·m (converted to the portfolio's currency).
  public let notional: Reading<Double>
  /// Beta of the underlying to the benchmark.
  public let beta: Reading<BetaEstimate>
  /// Notional · β, signed.
  public let betaDollars: Reading<Double>
  /// Its part of the strategy's net beta: N · β / denominator; negative when short.
  public let contribution: Reading<Double>
  /// Profit since entry at the mark: linear n·m·(F − entry); inverse n·m·(1/entry − 1/F) coins, at the coin's price.
  public let unrealisedProfit: Reading<Double>
  /// Future over spot less one, in basis points: (F/S − 1)·10⁴.
  public let basis: Reading<Double>
  /// Basis of a dated future a year, simple: (F/S − 1)·365/days. Unknown (undefined) for a perpetual.
  public let annualisedBasis: Reading<Double>
  /// What holding it costs or pays.
  public let funding: LegFundingFigures
  /// Maintenance margin of this leg.
  public let maintenanceMargin: Reading<Double>
  /// Initial margin: |notional| / leverage.
  public let initialMargin: Reading<Double>
  /// Price of this future at which the position is liquidated while all else stands still.
  public let liquidationPrice: Reading<Double>
  /// Signed move of the mark to the liquidation price, a fraction: +0.19 for a short liquidated 19 % higher.
  public let liquidationDistance: Reading<Double>

  /// Figures of a leg; see the properties.
  public init(
    id: LegID, leg: Leg, instrument: Instrument, mark: Reading<Double>, notional: Reading<Double>,
    beta: Reading<BetaEstimate>, betaDollars: Reading<Double>, contribution: Reading<Double>,
    unrealisedProfit: Reading<Double>, basis: Reading<Double>, annualisedBasis: Reading<Double>,
    funding: LegFundingFigures, maintenanceMargin: Reading<Double>, initialMargin: Reading<Double>,
    liquidationPrice: Reading<Double>, liquidationDistance: Reading<Double>
  ) {
    self.id = id
    self.leg = leg
    self.instrument = instrument
    self.mark = mark
    self.notional = notional
    self.beta = beta
    self.betaDollars = betaDollars
    self.contribution = contribution
    self.unrealisedProfit = unrealisedProfit
    self.basis = basis
    self.annualisedBasis = annualisedBasis
    self.funding = funding
    self.maintenanceMargin = maintenanceMargin
    self.initialMargin = initialMargin
    self.liquidationPrice = liquidationPrice
    self.liquidationDistance = liquidationDistance
  }
}
