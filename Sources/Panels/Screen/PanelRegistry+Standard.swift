extension PanelRegistry {
  /// The panels of hedgetop, page by page. A page none of whose panels is here does not exist.
  public static let standard = PanelRegistry([
    SpotPanel.self,
    LegsPanel.self,
    BetaPanel.self,
    MarginPanel.self,
    FundingPanel.self,
    StrategiesPanel.self,
    AllocationPanel.self,
    ComparisonPanel.self,
    RegimePanel.self,
    CorrelationPanel.self,
    EstimatorsPanel.self,
    StressPanel.self,
    AttributionPanel.self,
    HedgePricePanel.self,
    CarryPanel.self,
    TicketPanel.self,
    TransitionPanel.self,
    CostsPanel.self,
    PastBetaPanel.self,
    PastMarginPanel.self,
    PastFundingPanel.self,
    PastProfitPanel.self,
  ])
}
