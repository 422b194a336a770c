import HedgeModel

/// Values a portfolio again and again: ``PortfolioValuation/evaluate(_:)`` for inputs that follow one another.
///
/// What it remembers of the last input is which names stand where, and that only as long as it holds: the figures are
/// the same as without.
///
///     var valuation = PlannedValuation()
///     let figures = valuation.evaluate(input)
public struct PlannedValuation: Sendable {
  private var plan: ValuationPlan?

  /// A valuation that remembers nothing yet.
  public init() {}

  /// The figures of `input.portfolio` at `input.now`.
  public mutating func evaluate(_ input: ValuationInput) -> PortfolioFigures {
    let current = plan.flatMap { $0.holds(for: input) ? $0 : nil } ?? ValuationPlan(input)
    plan = current
    return PortfolioValuation.evaluate(input, by: current)
  }
}
