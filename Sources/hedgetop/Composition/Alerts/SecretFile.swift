import FoundationEssentials
import HedgeConfiguration
import MarketData
import Notifications

/// Reads a token or key of a channel as the keys of accounts are read: from a file nobody else can read, or from the
/// environment. What it reads is never part of a message.
enum SecretFile {
  /// The secret a configuration points to; nil where it points to none.
  ///
  /// - Throws: ``FeedError`` naming the file or variable and the remedy.
  static func secret(
    _ place: AlertTargetConfiguration.Secret?, environment: [String: String]
  ) throws -> SecretText? {
    switch place {
    case nil: return nil
    case .environment(let name):
      guard let value = environment[name], !value.isEmpty else {
        throw FeedError(place: name, message: "is not set; it holds what an alert channel's configuration names")
      }
      return try secret(value, of: name)
    case .file(let path): return try secret(try AccountKey.text(at: path, holding: "one line, the secret"), of: path)
    }
  }

  private static func secret(_ text: String, of place: String) throws -> SecretText {
    let lines = text.split(whereSeparator: \.isNewline).map { $0.filter { !$0.isWhitespace } }.filter { !$0.isEmpty }
    guard lines.count == 1, let secret = SecretText(lines[0]) else {
      throw FeedError(place: place, message: "expected one line of visible ASCII, the secret and nothing else")
    }
    return secret
  }
}
