import TerminalCells

extension ScreenLayout {
  /// 200×60: all five panels with room to spare, and the log.
  static let wide = ScreenLayout(
    minimum: Size(columns: 160, rows: 50),
    arrangement: .panes([
      .row(least: 14, weight: 6, (.panel(.spot), 84, 6), (.panel(.beta), 60, 5)),
      .row(least: 9, weight: 2, (.panel(.legs), 120, 1)),
      .row(least: 11, weight: 3, (.panel(.margin), 60, 1), (.panel(.funding), 70, 1)),
      .row(least: 6, weight: 2, (.log, 60, 1)),
    ]))

  /// 120×40: all five.
  static let normal = ScreenLayout(
    minimum: Size(columns: 110, rows: 34),
    arrangement: .panes([
      .row(least: 11, weight: 6, (.panel(.spot), 62, 3), (.panel(.beta), 44, 2)),
      .row(least: 8, weight: 1, (.panel(.legs), 110, 1)),
      .row(least: 10, weight: 3, (.panel(.margin), 50, 1), (.panel(.funding), 58, 1)),
    ]))

  /// 80×24: all five, compact.
  static let compact = ScreenLayout(
    minimum: Size(columns: 80, rows: 24),
    arrangement: .panes([
      .row(least: 8, weight: 3, (.panel(.spot), 44, 5), (.panel(.beta), 34, 4)),
      .row(least: 6, weight: 2, (.panel(.legs), 80, 1)),
      .row(least: 7, weight: 2, (.panel(.margin), 38, 1), (.panel(.funding), 40, 1)),
    ]))

  /// 60×44: all five, one below the other.
  static let tall = ScreenLayout(
    minimum: Size(columns: 60, rows: 44),
    arrangement: .panes([
      .row(least: 9, weight: 3, (.panel(.spot), 60, 1)), .row(least: 7, weight: 2, (.panel(.legs), 60, 1)),
      .row(least: 9, weight: 3, (.panel(.beta), 60, 1)), .row(least: 7, weight: 2, (.panel(.margin), 60, 1)),
      .row(least: 7, weight: 2, (.panel(.funding), 60, 1)),
    ]))

  /// 60×18: one panel at a time.
  static let tabbed = ScreenLayout(minimum: smallest, arrangement: .tabs)
}
