import Alerting

/// An alert of a portfolio that is not shown.
struct PortfolioAlert: Hashable, Sendable {
  /// The portfolio's name.
  let portfolio: String
  /// What it must tell.
  let alert: Alert
}
