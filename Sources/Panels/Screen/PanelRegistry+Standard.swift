extension PanelRegistry {
  /// The panels of hedgetop, page by page. A page none of whose panels is here does not exist.
  public static let standard = PanelRegistry([
    SpotPanel.self,
    LegsPanel.self,
    BetaPanel.self,
    MarginPanel.self,
    FundingPanel.self,
    ComparisonPanel.self,
    TicketPanel.self,
    TransitionPanel.self,
    CostsPanel.self,
  ])
}
