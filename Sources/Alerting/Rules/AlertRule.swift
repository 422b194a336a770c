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
    case .reviewDue(let strategy, let trigger): "review/\(trigger.rawValue)/\(strategy)"
    case .reconciliation(let account): "reconciliation/\(account)"
    case .contractExpired(let leg): "expired/\(leg)"
    }
  }

  /// What the alert is about, as the user named it: the strategy, account, feed or instrument.
  public var subject: String {
    switch self {
    case .drift(let strategy), .unknownFigure(let strategy), .reviewDue(let strategy, _): strategy
    case .marginRatio(let account), .liquidationDistance(let account), .reconciliation(let account): account.name
    case .staleFeed(let name): name
    case .fundingReversal(let leg), .contractExpired(let leg): "\(leg.strategy) \(leg.instrument)"
    }
  }
}
