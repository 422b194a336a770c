/// The side of the market a position stands on.
public enum PositionSide: String, Hashable, Sendable, CaseIterable {
  /// Gains when the price rises.
  case long
  /// Gains when the price falls.
  case short
}
