/// The name the user gives an account in the configuration.
public struct AccountID: Hashable, Comparable, Sendable, CustomStringConvertible, ExpressibleByStringLiteral {
  /// The name.
  public let name: String

  /// The account with this name.
  public init(_ name: String) {
    self.name = name
  }

  /// A literal is the name.
  public init(stringLiteral name: String) {
    self.name = name
  }

  /// The name.
  public var description: String { name }

  /// Orders by name.
  public static func < (left: AccountID, right: AccountID) -> Bool { left.name < right.name }
}
