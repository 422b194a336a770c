import HedgeAnalytics
import HedgeModel

extension State {
  /// What scenarios would do to the book at this instant: computed from the inputs the live figures are made of, so
  /// that both agree.
  ///
  /// - Parameters:
  ///   - scenarios: what may happen; nil for all that are configured.
  ///   - volatilities: realised volatility of each coin over one window, for scenarios of correlations.
  public func stressTable(
    _ scenarios: [StressScenario]? = nil, volatilities: [Asset: Reading<Double>] = [:]
  ) -> StressTable {
    StressTesting.table(input, scenarios: scenarios ?? settings.scenarios, volatilities: volatilities)
  }
}
