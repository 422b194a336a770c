@testable import Panels

extension PanelRegistry {
  /// The panels of the first two pages, as most screens are recorded: a page more leaves them as they are.
  static let hedgeAndBook = PanelRegistry([
    SpotPanel.self, LegsPanel.self, BetaPanel.self, MarginPanel.self, FundingPanel.self, StrategiesPanel.self,
    AllocationPanel.self,
  ])

  /// The panels of the page of profit, and one of the page before it.
  static let profit = PanelRegistry([
    BetaPanel.self, AttributionPanel.self, HedgePricePanel.self, CarryPanel.self,
  ])
}
