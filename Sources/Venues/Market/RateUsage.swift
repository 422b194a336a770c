/// What a response's headers told of a budget.
public struct RateUsage: Hashable, Sendable {
  /// The name of the ``RateLimit``.
  public let limit: String
  /// Weight used in the present window.
  public let used: Int
  /// What a window has, where the venue tells; nil keeps what is known.
  public let capacity: Int?

  /// A usage; see the properties.
  public init(_ limit: String, used: Int, capacity: Int? = nil) {
    self.limit = limit
    self.used = used
    self.capacity = capacity
  }
}
