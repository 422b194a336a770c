extension Page {
  /// One strategy's past: net beta, margin, funding and profit over time.
  static let history = Page(
    .history, panels: [.pastBeta, .pastMargin, .pastProfit, .pastFunding], picture: .pastBeta,
    layouts: [
      .wide(
        .row(least: 20, weight: 3, (.panel(.pastBeta), 100, 3), (.panel(.pastMargin), 60, 2)),
        .row(least: 16, weight: 2, (.panel(.pastProfit), 100, 3), (.panel(.pastFunding), 60, 2))),
      .normal(
        .row(least: 14, weight: 3, (.panel(.pastBeta), 64, 3), (.panel(.pastMargin), 40, 2)),
        .row(least: 12, weight: 2, (.panel(.pastProfit), 64, 3), (.panel(.pastFunding), 40, 2))),
      .compact(
        .row(least: 10, weight: 1, (.panel(.pastBeta), 46, 3), (.panel(.pastMargin), 32, 2)),
        .row(least: 9, weight: 1, (.panel(.pastProfit), 46, 3), (.panel(.pastFunding), 32, 2))),
      .tall(
        .row(least: 12, weight: 2, (.panel(.pastBeta), 60, 1)), .row(least: 9, weight: 1, (.panel(.pastMargin), 60, 1)),
        .row(least: 9, weight: 1, (.panel(.pastProfit), 60, 1)),
        .row(least: 9, weight: 1, (.panel(.pastFunding), 60, 1))),
    ])
}
