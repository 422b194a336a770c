/// A look at the book that costs more than the figures, and is made only while somebody looks at it.
public enum StudyTopic: String, Hashable, Sendable, CaseIterable {
  /// Correlations, regime, volatilities, betas by every method, effectiveness of the hedges.
  case market
  /// What the scenarios would do.
  case stress
  /// What holding each hedge costs, and the yields of its futures.
  case carry
  /// The same money in other strategies.
  case comparison
  /// The trades of each strategy as one ticket, and whether they are worth it.
  case ticket
  /// The next step of each transition.
  case transition
}
