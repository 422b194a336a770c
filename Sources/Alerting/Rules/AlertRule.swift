import HedgeModel

/// What is watched: a sort of trouble and the thing it may befall.
public enum AlertRule: Hashable, Sendable {
  /// Net beta is further from its target than the band allows.
  case drift(strategy: String)
  /// The account's normalised margin ratio nears 1, where it is liquidated.
  case marginRatio(account: AccountID)
  /// A small move of the benchmark would liquidate the account.
  case liquidationDistance(account: AccountID)
  /// A feed has fallen silent.
  case staleFeed(name: String)
  /// The strategy's drift has been unknown or stale for so long that nobody is watching it.
  case unknownFigure(strategy: String)
  /// The leg's funding rate has the other sign than at the last review.
  case fundingReversal(leg: LegID)
  /// Holding the strategy's legs costs more funding than the user wants to pay, by this measure.
  case fundingCost(strategy: String, FundingCostMeasure)
  /// The leg's future stands far from spot.
  case basis(leg: LegID)
  /// The betas of the coin over 30, 60 and 90 days disagree.
  case betaDisagreement(asset: Asset)
  /// The market of the portfolio's coins is in stress: correlations go to one.
  case regimeStress
  /// The strategy is due for another look.
  case reviewDue(strategy: String, trigger: ReviewTrigger)
  /// The venue reckons the account's margin otherwise than we do.
  case reconciliation(account: AccountID)
  /// A dated future that is still held has settled: it hedges nothing any more.
  case contractExpired(leg: LegID)

  /// The alert's stable identity, the same each time the same thing happens: `drift/Main`.
  public var id: String {
    switch self {
    case .drift(let strategy): "drift/\(strategy)"
    case .marginRatio(let account): "margin/\(account)"
    case .liquidationDistance(let account): "liquidation/\(account)"
    case .staleFeed(let name): "feed/\(name)"
    case .unknownFigure(let strategy): "unknown/\(strategy)"
    case .fundingReversal(let leg): "funding/\(leg)"
    case .fundingCost(let strategy, let measure): "funding-cost/\(measure.rawValue)/\(strategy)"
    case .basis(let leg): "basis/\(leg)"
    case .betaDisagreement(let asset): "beta/\(asset)"
    case .regimeStress: "regime/stress"
    case .reviewDue(let strategy, let trigger): "review/\(trigger.rawValue)/\(strategy)"
    case .reconciliation(let account): "reconciliation/\(account)"
    case .contractExpired(let leg): "expired/\(leg)"
    }
  }

  /// What the alert is about, as the user named it: the strategy, account, feed, coin or instrument.
  public var subject: String {
    switch self {
    case .drift(let strategy), .unknownFigure(let strategy), .reviewDue(let strategy, _),
      .fundingCost(let strategy, _):
      strategy
    case .marginRatio(let account), .liquidationDistance(let account), .reconciliation(let account): account.name
    case .staleFeed(let name): name
    case .fundingReversal(let leg), .contractExpired(let leg), .basis(let leg): "\(leg.strategy) \(leg.instrument)"
    case .betaDisagreement(let asset): asset.symbol
    case .regimeStress: "market"
    }
  }

  /// The sort of trouble, by which it is switched on and off.
  public var kind: AlertKind {
    switch self {
    case .drift: .drift
    case .marginRatio: .margin
    case .liquidationDistance: .liquidation
    case .staleFeed: .staleFeed
    case .unknownFigure: .unknownFigure
    case .fundingReversal: .fundingReversal
    case .fundingCost: .fundingCost
    case .basis: .basis
    case .betaDisagreement: .betaDisagreement
    case .regimeStress: .regimeStress
    case .reviewDue: .review
    case .reconciliation: .reconciliation
    case .contractExpired: .expiry
    }
  }
}
