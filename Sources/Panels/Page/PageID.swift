/// The pages there may be; one without a registered panel does not exist.
public enum PageID: String, Hashable, Sendable, CaseIterable {
  /// One strategy: the five numbers that decide whether its hedge holds.
  case hedge
  /// All strategies, and how the capital is spread over them.
  case book
  /// How the assets move together, and what shocks would do.
  case risk
  /// Where profit came from, and what the hedge costs.
  case profit
  /// What to trade, in which steps, and whether it is worth it.
  case trade
  /// One strategy's figures over time.
  case history

  /// Its name as the footer shows it.
  public var title: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }

  /// What stands for it where room is short: the letter it begins with, or two where another page begins with it.
  var letters: String { String(title.prefix(self == .history ? 2 : 1)) }
}
