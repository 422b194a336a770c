/// Whether and how metrics are served over HTTP.
public struct MetricsConfiguration: Hashable, Sendable {
  /// Where the token is that whoever asks must show. The token itself never stands in a configuration.
  public enum TokenSource: Hashable, Sendable {
    /// A file that only the user can read, whose one line is the token.
    case file(String)
    /// An environment variable.
    case environment(String)
  }

  /// Where to listen; nil does not listen at all.
  public let listen: ListenAddress?
  /// Where the token is; nil asks for none.
  public let token: TokenSource?

  /// Metrics; see the properties.
  public init(listen: ListenAddress? = nil, token: TokenSource? = nil) {
    self.listen = listen
    self.token = token
  }
}
