/// What came over the wire is not what this program sends.
public struct WireError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong with it.
  public let description: String

  init(_ description: String) { self.description = description }

  static let short = WireError("a message ends too early")
  static func long(_ count: Int) -> WireError { WireError("a message of \(count) bytes is too long") }
  static func unknown(_ what: String, _ value: some BinaryInteger) -> WireError { WireError("no \(what) is \(value)") }
}
