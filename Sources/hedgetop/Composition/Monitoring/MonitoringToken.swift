import HTTPPort
import HedgeConfiguration

/// Reads the token of the monitoring port. What it reads is never part of a message.
enum MonitoringToken {
  /// The token a configuration points to.
  ///
  /// - Throws: ``FeedError`` or ``ProgramFailure`` naming the file or variable and the remedy.
  static func read(
    _ source: MetricsConfiguration.TokenSource, environment: [String: String]
  ) throws -> BearerToken {
    switch source {
    case .file(let path):
      let text = try AccountKey.text(at: path, holding: "the token, on one line")
      return try token(text.hasSuffix("\n") ? String(text.dropLast()) : text, at: path)
    case .environment(let name):
      guard let text = environment[name], !text.isEmpty else {
        throw ProgramFailure(.configuration, "\(name): is not set; it holds the token of the metrics")
      }
      return try token(text, at: name)
    }
  }

  /// What may stand in an Authorization header (RFC 6750, section 2.1), and long enough not to be guessed.
  private static func token(_ text: String, at place: String) throws -> BearerToken {
    let signs = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~+/=")
    guard (16...512).contains(text.utf8.count), text.allSatisfy(signs.contains) else {
      throw ProgramFailure(
        .configuration,
        "\(place): expected a token of 16 to 512 letters, digits and -._~+/= on one line; "
          + "make one with: openssl rand -hex 32")
    }
    return BearerToken(text)
  }
}
