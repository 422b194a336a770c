/// Where posts go, and where what proves whose they are is found. It holds no secret itself.
public struct AlertTargetConfiguration: Hashable, Sendable {
  /// Where a secret is.
  public enum Secret: Hashable, Sendable {
    /// In a file that nobody else can read.
    case file(String)
    /// In the environment variable of this name.
    case environment(String)
  }

  /// The address; `{token}` in it stands for the token.
  public let url: String
  /// The receiver's token; nil for none.
  public let token: Secret?
  /// What posts are signed with; nil for no signature.
  public let secret: Secret?

  /// A target; see the properties.
  public init(url: String, token: Secret? = nil, secret: Secret? = nil) {
    self.url = url
    self.token = token
    self.secret = secret
  }
}
