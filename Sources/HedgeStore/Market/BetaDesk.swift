import HedgeAnalytics
import HedgeModel

/// The betas of every strategy, kept up to date bar by bar.
struct BetaDesk: Sendable {
  private let portfolio: Portfolio

  init(portfolio: Portfolio) {
    self.portfolio = portfolio
  }

  /// How many bars of each length must be kept.
  static func capacities(for portfolio: Portfolio) -> [BetaPolicy.BarInterval: Int] { [.hour: 49, .day: 400] }

  mutating func update(from bars: BarBook) {}

  func readings(at now: Timestamp) -> [String: [Asset: Reading<BetaEstimate>]] { [:] }
}
