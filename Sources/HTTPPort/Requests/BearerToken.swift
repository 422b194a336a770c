/// A secret that a request must show. It is compared in a time that tells nothing of it, and never described.
public struct BearerToken: Sendable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  private let secret: [UInt8]

  /// The token of this text.
  public init(_ text: String) {
    secret = Array(text.utf8)
  }

  /// Nothing of the secret.
  public var description: String { "a token" }
  /// Nothing of the secret.
  public var debugDescription: String { description }
  /// Nothing of the secret.
  public var customMirror: Mirror { Mirror(self, children: [:]) }

  /// True when `authorization`, the value of that header, shows the token: `Bearer …`.
  ///
  /// All bytes shown are looked at, whichever differ, so the time depends on what was shown alone.
  func admits(_ authorization: String?) -> Bool {
    let scheme = "bearer "
    guard let authorization, authorization.utf8.count > scheme.utf8.count,
      authorization.prefix(scheme.count).lowercased() == scheme, !secret.isEmpty
    else { return false }
    let shown = Array(authorization.utf8.dropFirst(scheme.utf8.count))
    var difference = shown.count ^ secret.count
    for index in shown.indices { difference |= Int(shown[index] ^ secret[index % secret.count]) }
    return difference == 0
  }
}
