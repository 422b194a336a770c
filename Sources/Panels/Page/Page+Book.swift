extension Page {
  /// All strategies: a row each, the buckets, and the same book run in other ways.
  static let book = Page(
    .book, panels: [.strategies, .allocation, .comparison], picture: .strategies,
    layouts: [
      .wide(
        .row(least: 20, weight: 4, (.panel(.strategies), 120, 1)),
        .row(least: 14, weight: 1, (.panel(.allocation), 70, 1), (.panel(.comparison), 80, 1)),
        .row(least: 6, weight: 1, (.log, 60, 1))),
      .normal(
        .row(least: 13, weight: 3, (.panel(.strategies), 110, 1)),
        .row(least: 12, weight: 1, (.panel(.allocation), 50, 1), (.panel(.comparison), 58, 1))),
      .compact(
        .row(least: 11, weight: 2, (.panel(.strategies), 80, 1)),
        .row(least: 9, weight: 1, (.panel(.allocation), 38, 1), (.panel(.comparison), 40, 1))),
      .tall(
        .row(least: 14, weight: 2, (.panel(.strategies), 60, 1)),
        .row(least: 12, weight: 1, (.panel(.allocation), 60, 1)),
        .row(least: 10, weight: 1, (.panel(.comparison), 60, 1))),
    ])
}
