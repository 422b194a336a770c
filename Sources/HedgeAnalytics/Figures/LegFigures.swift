import FoundationEssentials
import HedgeModel

/// One futures leg as the screen shows it. Values are in the portfolio's currency unless a property says otherwise.
public struct LegFigures: Hashable, Sendable {
  /// Which leg.
  @inlinable public var id: LegID { subject.id }
  /// The position.
  @inlinable public var leg: Leg { subject.leg }
  /// The future's specification.
  @inlinable public var instrument: Instrument { subject.instrument }
  /// The venue's mark price.
  public let mark: Reading<Double>
  /// Signed notional: negative when short. Linear n·m·F, inverse n·m (converted to the portfolio's currency).
  public let notional: Reading<Double>
  /// Beta of the underlying to the benchmark.
  @inlinable public var beta: Reading<BetaEstimate> { subject.beta }
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
  @usableFromInline let subject: Subject

  /// Figures of a leg; see the properties.
  public init(
    id: LegID, leg: Leg, instrument: Instrument, mark: Reading<Double>, notional: Reading<Double>,
    beta: Reading<BetaEstimate>, betaDollars: Reading<Double>, contribution: Reading<Double>,
    unrealisedProfit: Reading<Double>, basis: Reading<Double>, annualisedBasis: Reading<Double>,
    funding: LegFundingFigures, maintenanceMargin: Reading<Double>, initialMargin: Reading<Double>,
    liquidationPrice: Reading<Double>, liquidationDistance: Reading<Double>
  ) {
    self.init(
      of: Subject(id: id, leg: leg, instrument: instrument, beta: beta), mark: mark, notional: notional,
      betaDollars: betaDollars, contribution: contribution, unrealisedProfit: unrealisedProfit, basis: basis,
      annualisedBasis: annualisedBasis, funding: funding, maintenanceMargin: maintenanceMargin,
      initialMargin: initialMargin, liquidationPrice: liquidationPrice, liquidationDistance: liquidationDistance)
  }

  /// Figures of a leg of which what stays the same is shared.
  init(
    of subject: Subject, mark: Reading<Double>, notional: Reading<Double>, betaDollars: Reading<Double>,
    contribution: Reading<Double>, unrealisedProfit: Reading<Double>, basis: Reading<Double>,
    annualisedBasis: Reading<Double>, funding: LegFundingFigures, maintenanceMargin: Reading<Double>,
    initialMargin: Reading<Double>, liquidationPrice: Reading<Double>, liquidationDistance: Reading<Double>
  ) {
    self.subject = subject
    self.mark = mark
    self.notional = notional
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

extension LegFigures {
  /// What the figures are of: it is the same from one second to the next, so it is kept once and shared.
  @usableFromInline final class Subject: Hashable, Sendable {
    @usableFromInline let id: LegID
    @usableFromInline let leg: Leg
    @usableFromInline let instrument: Instrument
    @usableFromInline let beta: Reading<BetaEstimate>

    init(id: LegID, leg: Leg, instrument: Instrument, beta: Reading<BetaEstimate>) {
      self.id = id
      self.leg = leg
      self.instrument = instrument
      self.beta = beta
    }

    @usableFromInline static func == (left: Subject, right: Subject) -> Bool {
      left === right
        || left.id == right.id && left.leg == right.leg && left.instrument == right.instrument
          && left.beta == right.beta
    }

    @usableFromInline func hash(into hasher: inout Hasher) {
      hasher.combine(id)
    }
  }
}

extension LegFigures {
  /// True for what stands for positions of an account that has not been read, and for a leg of such an account that
  /// is there to be traded: that nothing is held of it is not known.
  public var isUnread: Bool { leg.isUnread || leg.contracts == 0 && notional.value == nil }
}
