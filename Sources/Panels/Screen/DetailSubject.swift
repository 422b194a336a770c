import HedgeAnalytics
import HedgeModel

/// What the details are of. It stays the same thing while the rows around it are sorted anew.
public enum DetailSubject: Hashable, Sendable {
  /// A spot position of a strategy.
  case holding(strategy: String, asset: Asset, origin: HoldingFigures.Origin)
  /// A futures leg.
  case leg(LegID)
  /// A margin account.
  case account(AccountID)
  /// A row of a panel that has details of its own, by a key that stays the same while rows are sorted anew.
  case row(panel: PanelID, key: String)
  /// The strategy shown, as the panel sees it.
  case strategy(panel: PanelID)
}
