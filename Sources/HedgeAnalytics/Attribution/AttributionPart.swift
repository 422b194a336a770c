/// One cause of profit or loss. The parts of a position add up to the change of its equity.
public enum AttributionPart: String, Hashable, Sendable, CaseIterable {
  /// The benchmark moved: V₀·β·r_b.
  case beta
  /// The coin moved otherwise than its beta says: V₀·(r − β·r_b).
  case alpha
  /// A future moved otherwise than its underlying: Q·[(F₁−S₁) − (F₀−S₀)].
  case basis
  /// Funding received, or paid.
  case funding
  /// Fees paid, negative.
  case fees
  /// Fills at another price than the mid, negative when worse.
  case slippage
  /// Coins in the collateral were worth more, or less.
  case collateral
}
