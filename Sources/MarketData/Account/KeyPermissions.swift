/// What a key may do; nil where the venue does not tell. A key that only reads is what hedgetop asks for.
public struct KeyPermissions: Hashable, Sendable {
  /// It may place orders.
  public let canTrade: Bool?
  /// It may move money away.
  public let canWithdraw: Bool?
  /// It works from some addresses only.
  public let isBoundToAddresses: Bool?

  /// Permissions; see the properties.
  public init(canTrade: Bool?, canWithdraw: Bool?, isBoundToAddresses: Bool? = nil) {
    self.canTrade = canTrade
    self.canWithdraw = canWithdraw
    self.isBoundToAddresses = isBoundToAddresses
  }
}
