extension Page {
  /// What to trade, in which steps, and whether it is worth its cost.
  static let trade = Page(
    .trade, panels: [.ticket, .transition, .costs], picture: .costs,
    layouts: [
      .wide(
        .row(least: 16, weight: 2, (.panel(.ticket), 120, 1)),
        .row(least: 18, weight: 3, (.panel(.transition), 76, 1), (.panel(.costs), 80, 1))),
      .normal(
        .row(least: 12, weight: 2, (.panel(.ticket), 110, 1)),
        .row(least: 13, weight: 3, (.panel(.transition), 52, 1), (.panel(.costs), 56, 1))),
      .compact(
        .row(least: 10, weight: 2, (.panel(.ticket), 80, 1)),
        .row(least: 10, weight: 3, (.panel(.transition), 38, 1), (.panel(.costs), 40, 1))),
      .tall(
        .row(least: 12, weight: 1, (.panel(.ticket), 60, 1)), .row(least: 12, weight: 1, (.panel(.transition), 60, 1)),
        .row(least: 12, weight: 1, (.panel(.costs), 60, 1))),
    ])
}
