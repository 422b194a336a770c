import Glibc

/// Why a socket cannot be used, with its place and what to do about it.
public struct SocketError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What kind of obstacle.
  public enum Kind: Hashable, Sendable {
    /// Nobody listens there.
    case absent
    /// Somebody else listens there.
    case taken
    /// It is not ours alone.
    case unsafe
    /// The system refused.
    case refused
  }

  /// What kind of obstacle.
  public let kind: Kind
  /// Place, obstacle and remedy.
  public let description: String

  init(_ kind: Kind, _ place: String, _ words: String) {
    self.kind = kind
    description = "\(place): \(words)"
  }

  /// What the system said of the last call.
  static func system(
    _ place: String, _ what: String, code: CInt = errno, kind: Kind = .refused
  ) -> SocketError {
    SocketError(kind, place, "\(what) (\(String(cString: strerror(code))))")
  }
}
