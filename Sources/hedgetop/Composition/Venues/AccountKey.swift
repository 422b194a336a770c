import FoundationEssentials
import Glibc
import HedgeConfiguration
import HedgeModel
import MarketData
import Venues

/// Reads the key of an account from a file that nobody else can read, or from the environment. What it reads is never
/// part of a message.
enum AccountKey {
  private static let names = ["key", "secret", "passphrase"]

  /// The credentials a configuration points to.
  ///
  /// - Throws: ``FeedError`` naming the file or variable and the remedy.
  static func credentials(
    of source: AccountSourceConfiguration, environment: [String: String]
  ) throws -> VenueCredentials {
    switch source.proof {
    case .address(let address): return VenueCredentials(key: address)
    case .environment(let prefix):
      let key = try variable("\(prefix)_KEY", environment)
      let secret = try variable("\(prefix)_SECRET", environment)
      return VenueCredentials(key: key, secret: secret, passphrase: environment["\(prefix)_PASSPHRASE"])
    case .file(let path): return try parse(try text(at: path), path)
    }
  }

  private static func variable(_ name: String, _ environment: [String: String]) throws -> String {
    guard let value = environment[name], !value.isEmpty else {
      throw FeedError(place: name, message: "is not set; it holds what the account's key_environment names")
    }
    return value
  }

  /// The text of a file of the user's own that only the user can read: looked at after it is opened, so that it cannot
  /// be exchanged in between.
  ///
  /// - Parameter content: what the file holds, for the message that it does not exist.
  static func text(at path: String, holding content: String = "a line key = … and a line secret = …") throws -> String {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      let reason = errno == ENOENT ? "does not exist" : "cannot be read"
      throw FeedError(place: path, message: "\(reason); it holds \(content)")
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw FeedError(place: path, message: "is no ordinary file")
    }
    guard status.st_uid == geteuid() else {
      throw FeedError(place: path, message: "belongs to somebody else; the key must be in a file of your own")
    }
    guard status.st_mode & 0o077 == 0 else {
      throw FeedError(place: path, message: "can be read by others; run chmod 600 on it, and make a new key")
    }
    var bytes = [UInt8](repeating: 0, count: 16_384)
    let count = read(descriptor, &bytes, bytes.count)
    guard count > 0, count < bytes.count else {
      throw FeedError(place: path, message: "is empty or too long for a key file")
    }
    return String(decoding: bytes[..<count], as: UTF8.self)
  }

  /// Reads lines such as `key = abc`; quotes around a value and lines that begin with # do not count.
  static func parse(_ text: String, _ path: String) throws -> VenueCredentials {
    var values: [String: String] = [:]
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let line = line.trimmed
      if line.isEmpty || line.hasPrefix("#") { continue }
      let parts = line.split(separator: "=", maxSplits: 1).map(\.trimmed)
      guard parts.count == 2, names.contains(parts[0]), !parts[1].isEmpty else {
        throw FeedError(
          place: "\(path):\(number + 1)", message: "expected key = …, secret = … or passphrase = …")
      }
      values[parts[0]] = parts[1].trimmingQuotes
    }
    guard let key = values["key"], let secret = values["secret"] else {
      throw FeedError(place: path, message: "expected a line key = … and a line secret = …")
    }
    return VenueCredentials(key: key, secret: secret, passphrase: values["passphrase"])
  }
}

extension StringProtocol {
  /// Without space at either end.
  fileprivate var trimmed: String {
    let rest = drop(while: \.isWhitespace)
    return String(rest.reversed().drop(while: \.isWhitespace).reversed())
  }

  /// Without one pair of quotes around it.
  fileprivate var trimmingQuotes: String {
    count >= 2 && hasPrefix("\"") && hasSuffix("\"") ? String(dropFirst().dropLast()) : String(self)
  }
}
