extension Page {
  /// One strategy: spot, legs, net beta, margin, funding.
  static let hedge = Page(
    .hedge, panels: [.spot, .legs, .beta, .margin, .funding], picture: .beta,
    layouts: [
      .wide(
        .row(least: 14, weight: 6, (.panel(.spot), 84, 6), (.panel(.beta), 60, 5)),
        .row(least: 9, weight: 2, (.panel(.legs), 120, 1)),
        .row(least: 11, weight: 3, (.panel(.margin), 60, 1), (.panel(.funding), 70, 1)),
        .row(least: 6, weight: 2, (.log, 60, 1))),
      .normal(
        .row(least: 11, weight: 6, (.panel(.spot), 62, 3), (.panel(.beta), 44, 2)),
        .row(least: 8, weight: 1, (.panel(.legs), 110, 1)),
        .row(least: 10, weight: 3, (.panel(.margin), 50, 1), (.panel(.funding), 58, 1))),
      .compact(
        .row(least: 8, weight: 3, (.panel(.spot), 44, 5), (.panel(.beta), 34, 4)),
        .row(least: 6, weight: 2, (.panel(.legs), 80, 1)),
        .row(least: 7, weight: 2, (.panel(.margin), 38, 1), (.panel(.funding), 40, 1))),
      .tall(
        .row(least: 9, weight: 3, (.panel(.spot), 60, 1)), .row(least: 7, weight: 2, (.panel(.legs), 60, 1)),
        .row(least: 9, weight: 3, (.panel(.beta), 60, 1)), .row(least: 7, weight: 2, (.panel(.margin), 60, 1)),
        .row(least: 7, weight: 2, (.panel(.funding), 60, 1))),
    ])
}
