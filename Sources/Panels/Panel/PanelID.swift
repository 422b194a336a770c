/// The panels there may be, page by page; which of them exist says the ``PanelRegistry``. The raw value is the name
/// typed on the command line.
public enum PanelID: String, Hashable, Sendable, CaseIterable {
  /// Spot holdings.
  case spot
  /// Futures legs.
  case legs
  /// Net beta.
  case beta
  /// Margin ratio.
  case margin
  /// Funding drag.
  case funding

  /// All strategies, a row each.
  case strategies
  /// How the capital is spread over the buckets.
  case allocation
  /// The same book run in other ways.
  case comparison

  /// The state of the market, and volatilities.
  case regime
  /// Correlations of the assets.
  case correlation
  /// Estimators of beta beside each other.
  case estimators
  /// What shocks would do.
  case stress

  /// Where profit and loss came from.
  case attribution
  /// What holding the hedge costs.
  case hedgePrice = "price"
  /// Basis and funding yields.
  case carry

  /// All legs of a rebalance as one ticket.
  case ticket
  /// Moving spot and short together in steps.
  case transition
  /// Whether to rebalance or to wait.
  case costs

  /// Net beta over time.
  case pastBeta = "past-beta"
  /// Margin over time.
  case pastMargin = "past-margin"
  /// Funding over time.
  case pastFunding = "past-funding"
  /// Profit over time.
  case pastProfit = "past-profit"

  /// Its title in full, where the panel itself does not know better: see ``Panel/title(_:_:)``.
  public var title: String {
    switch self {
    case .spot: "Spot holdings"
    case .legs: "Short legs"
    case .beta: "Net beta"
    case .margin: "Margin ratio"
    case .funding: "Funding drag"
    case .strategies: "Strategies"
    case .allocation: "Allocation"
    case .comparison: "Comparison"
    case .regime: "Regime"
    case .correlation: "Correlation"
    case .estimators: "Beta estimators"
    case .stress: "Stress"
    case .attribution: "Attribution"
    case .hedgePrice: "Price of the hedge"
    case .carry: "Carry"
    case .ticket: "Trade ticket"
    case .transition: "Transition"
    case .costs: "Rebalance or wait"
    case .pastBeta: "Net beta over time"
    case .pastMargin: "Margin over time"
    case .pastFunding: "Funding over time"
    case .pastProfit: "Profit over time"
    }
  }

  /// Its title in one word, for tabs.
  var shortTitle: String {
    switch self {
    case .spot: "Spot"
    case .legs: "Legs"
    case .beta: "Beta"
    case .margin: "Margin"
    case .funding: "Fund"
    case .strategies: "Strat"
    case .allocation: "Alloc"
    case .comparison: "Compare"
    case .regime: "Regime"
    case .correlation: "Corr"
    case .estimators: "Betas"
    case .stress: "Stress"
    case .attribution: "Attrib"
    case .hedgePrice: "Price"
    case .carry: "Carry"
    case .ticket: "Ticket"
    case .transition: "Trans"
    case .costs: "Costs"
    case .pastBeta: "Beta"
    case .pastMargin: "Margin"
    case .pastFunding: "Fund"
    case .pastProfit: "Profit"
    }
  }
}
