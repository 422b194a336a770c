extension Page {
  /// How the assets move together, how sure the betas are, and what shocks would do.
  static let risk = Page(
    .risk, panels: [.regime, .correlation, .estimators, .stress], picture: .regime,
    layouts: [
      .wide(
        .row(least: 16, weight: 2, (.panel(.regime), 70, 1), (.panel(.correlation), 80, 1)),
        .row(least: 16, weight: 2, (.panel(.estimators), 80, 1), (.panel(.stress), 78, 1))),
      .normal(
        .row(least: 12, weight: 1, (.panel(.regime), 50, 1), (.panel(.correlation), 56, 1)),
        .row(least: 12, weight: 1, (.panel(.estimators), 54, 1), (.panel(.stress), 54, 1))),
      .compact(
        .row(least: 9, weight: 1, (.panel(.regime), 38, 1), (.panel(.correlation), 40, 1)),
        .row(least: 9, weight: 1, (.panel(.estimators), 40, 1), (.panel(.stress), 40, 1))),
      .tall(
        .row(least: 9, weight: 1, (.panel(.regime), 60, 1)), .row(least: 9, weight: 1, (.panel(.correlation), 60, 1)),
        .row(least: 9, weight: 1, (.panel(.estimators), 60, 1)), .row(least: 9, weight: 1, (.panel(.stress), 60, 1))),
    ])
}
