import FoundationEssentials

/// A move from one coin into another, or into cash, that is to be made in hedged steps.
///
/// Coins are counted by hand in the file, and so is progress: `quantity` and `steps` stay as they were decided, `moved`
/// follows what has been sold. What is left, `quantity − moved`, is spread evenly over the steps that are not wholly
/// done.
public struct TransitionIntent: Hashable, Sendable {
  /// The coin to sell.
  public let from: Asset
  /// The coin to buy; nil on the way into cash.
  public let to: Asset?
  /// Coins of ``from`` to move in all, exact; nil for what is held and what has been moved.
  public let quantity: Decimal?
  /// Coins of it that have been moved already, exact.
  public let moved: Decimal
  /// In how many steps all of it is moved.
  public let steps: Int

  /// An intent; see the properties.
  public init(from: Asset, to: Asset?, quantity: Decimal? = nil, moved: Decimal = 0, steps: Int) {
    self.from = from
    self.to = to
    self.quantity = quantity
    self.moved = moved
    self.steps = steps
  }

  /// Coins to move in all, given how many are held now.
  public func total(held: Decimal) -> Decimal { quantity ?? held + moved }

  /// Coins still to be moved, given how many are held now; 0 when it is done.
  public func remaining(held: Decimal) -> Decimal { max(0, total(held: held) - moved) }
}
