extension Page {
  /// Where profit came from, what the hedge costs, and what the basis yields.
  static let profit = Page(
    .profit, panels: [.attribution, .hedgePrice, .carry], picture: .attribution,
    layouts: [
      .wide(
        .row(least: 18, weight: 3, (.panel(.attribution), 120, 1)),
        .row(least: 16, weight: 2, (.panel(.hedgePrice), 76, 1), (.panel(.carry), 80, 1))),
      .normal(
        .row(least: 13, weight: 3, (.panel(.attribution), 110, 1)),
        .row(least: 12, weight: 2, (.panel(.hedgePrice), 52, 1), (.panel(.carry), 56, 1))),
      .compact(
        .row(least: 12, weight: 3, (.panel(.attribution), 80, 1)),
        .row(least: 9, weight: 2, (.panel(.hedgePrice), 38, 1), (.panel(.carry), 40, 1))),
      .tall(
        .row(least: 13, weight: 2, (.panel(.attribution), 60, 1)),
        .row(least: 11, weight: 1, (.panel(.hedgePrice), 60, 1)), .row(least: 11, weight: 1, (.panel(.carry), 60, 1))),
    ])
}
