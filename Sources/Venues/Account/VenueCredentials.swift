/// What proves whose an account is. Never printed: neither its description nor a mirror of it shows what it holds.
public struct VenueCredentials: Sendable, CustomStringConvertible, CustomReflectable {
  /// The API key, client id, or the address of an account that anybody may read.
  public let key: String
  /// The secret that signs; empty where an address is enough.
  public let secret: String
  /// The pass phrase some venues ask for beside.
  public let passphrase: String?

  /// Credentials; see the properties.
  public init(key: String, secret: String = "", passphrase: String? = nil) {
    self.key = key
    self.secret = secret
    self.passphrase = passphrase
  }

  /// Not what it holds.
  public var description: String { "credentials" }

  /// Nothing.
  public var customMirror: Mirror { Mirror(self, children: [:]) }
}
