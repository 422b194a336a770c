import HedgeAnalytics
import HedgeStore

extension PanelRegistry {
  /// The five panels of a hedge.
  public static let standard = PanelRegistry(
    [SpotPanel.self, LegsPanel.self, BetaPanel.self, MarginPanel.self, FundingPanel.self],
    subjects: [.spot: holding, .legs: leg, .margin: account, .funding: fundingLeg])

  private static let holding: Subject = { snapshot, context in
    guard let shown = SpotPresentation(snapshot, context), let row = shown.rows.element(context.selectedRow) else {
      return nil
    }
    return .holding(strategy: shown.strategy.name, asset: row.asset, origin: row.origin)
  }

  private static let leg: Subject = { snapshot, context in
    LegsPresentation(snapshot, context)?.rows.element(context.selectedRow).map { .leg($0.id) }
  }

  private static let fundingLeg: Subject = { snapshot, context in
    FundingPresentation(snapshot, context)?.rows.element(context.selectedRow).map { .leg($0.id) }
  }

  private static let account: Subject = { snapshot, context in
    MarginPresentation(snapshot, context).rows.element(context.selectedRow).map { .account($0.id) }
  }
}

extension Array {
  /// The element at an index; nil for none and for an index beyond the ends.
  fileprivate func element(_ index: Int?) -> Element? {
    index.flatMap { indices.contains($0) ? self[$0] : nil }
  }
}
