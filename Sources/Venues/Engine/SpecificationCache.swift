/// Keeps what venues said of their contracts from one start of the program to the next.
public protocol SpecificationCache: Sendable {
  /// What was kept under `name` last; nil when there is nothing, or it cannot be read.
  func load(_ name: String) -> [UInt8]?

  /// Keeps `bytes` under `name`, a word of small letters, digits and hyphens. What cannot be kept is lost.
  func save(_ bytes: [UInt8], as name: String)
}

/// Keeps nothing: each start of the program asks the venue.
public struct NoSpecificationCache: SpecificationCache {
  /// All instances keep nothing.
  public init() {}

  /// Nothing.
  public func load(_ name: String) -> [UInt8]? { nil }

  /// Does nothing.
  public func save(_ bytes: [UInt8], as name: String) {}
}
