import HedgeModel

/// The profit of one position in one period.
public struct PositionAttribution: Sendable, Hashable {
  /// The position.
  public let id: AttributedPosition.ID
  /// When its profit begins to count; nil when its opening is not stated, or no price of it has come yet.
  public let since: Timestamp?
  /// Its profit by cause.
  public let parts: AttributionParts

  /// A position's profit; see the properties.
  public init(id: AttributedPosition.ID, since: Timestamp?, parts: AttributionParts) {
    self.id = id
    self.since = since
    self.parts = parts
  }
}
