import HedgeModel

/// Tells what scenarios would do to a book: the market table, the betas and the wallets are moved, and everything is
/// valued again by ``PortfolioValuation``, so that inverse legs, collateral, margin tiers and liquidation come out by
/// the same code as the live figures.
///
/// Pure: equal inputs give equal tables. An input that is missing makes the figures unknown that need it, and no other.
public enum StressTesting {
  /// The outcome of each scenario.
  ///
  /// - Parameters:
  ///   - input: the book as it stands.
  ///   - scenarios: what may happen.
  ///   - volatilities: realised volatility of each coin, all over the same window and in the same unit; needed where
  ///     correlations go to one.
  public static func table(
    _ input: ValuationInput, scenarios: [StressScenario], volatilities: [Asset: Reading<Double>] = [:]
  ) -> StressTable {
    let book = StressBook(input, volatilities: volatilities)
    return StressTable(
      now: input.now, portfolio: input.portfolio.name, currency: input.portfolio.currency,
      benchmark: input.portfolio.benchmark,
      outcomes: scenarios.map { StressedBook(book, under: $0).outcome })
  }

  /// The figures of the book when a scenario has gone `scale` of its way: 0 gives the figures as they stand, 1 those
  /// after it. Moves, the change of basis, funding and the change of betas are scaled alike.
  ///
  /// - Parameter volatilities: see ``table(_:scenarios:volatilities:)``.
  public static func figures(
    _ input: ValuationInput, under scenario: StressScenario, scale: Double = 1,
    volatilities: [Asset: Reading<Double>] = [:]
  ) -> PortfolioFigures {
    let book = StressBook(input, volatilities: volatilities)
    return PortfolioValuation.evaluate(StressedBook(book, under: scenario).input(at: scale))
  }
}
