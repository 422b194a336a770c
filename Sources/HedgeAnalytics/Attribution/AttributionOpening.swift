import FoundationEssentials
import HedgeModel

/// A position as a ledger takes it over.
public struct AttributionOpening: Sendable {
  /// The position.
  public let position: AttributedPosition
  /// Signed contracts, or coins, held.
  public let quantity: Decimal
  /// At what price they came in; nil when that is not known: then profit is counted from the first price there is.
  public let entry: AttributedPosition.Entry?

  /// An opening; see the properties.
  public init(_ position: AttributedPosition, quantity: Decimal, entry: AttributedPosition.Entry? = nil) {
    self.position = position
    self.quantity = quantity
    self.entry = entry
  }
}
