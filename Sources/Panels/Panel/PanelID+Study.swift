import HedgeStore

extension PanelID {
  /// The study a panel shows; nil for one that shows the figures every snapshot has.
  public var study: StudyTopic? {
    switch self {
    case .spot, .legs, .beta, .margin, .funding, .strategies, .allocation, .attribution, .pastBeta, .pastMargin,
      .pastFunding, .pastProfit:
      nil
    case .comparison: .comparison
    case .regime, .correlation, .estimators: .market
    case .stress: .stress
    case .hedgePrice, .carry: .carry
    case .ticket, .costs: .ticket
    case .transition: .transition
    }
  }
}
