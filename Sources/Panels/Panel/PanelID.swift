/// The five panels of a hedge.
public enum PanelID: Int, Hashable, Sendable, CaseIterable {
  /// Spot holdings.
  case spot = 1
  /// Short legs.
  case legs = 2
  /// Net beta.
  case beta = 3
  /// Margin ratio.
  case margin = 4
  /// Funding drag.
  case funding = 5

  /// Its number key.
  public var number: Int { rawValue }

  /// Its title in full.
  public var title: String {
    switch self {
    case .spot: "Spot holdings"
    case .legs: "Short legs"
    case .beta: "Net beta"
    case .margin: "Margin ratio"
    case .funding: "Funding drag"
    }
  }
}
