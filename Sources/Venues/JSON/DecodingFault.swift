/// What in a venue's message is not as it should be.
public struct DecodingFault: Error, Hashable, Sendable, CustomStringConvertible {
  /// Where: the path of keys, `data.markPrice`, or the byte of a text that is no JSON.
  public let path: String
  /// What stands there, shortened.
  public let found: String
  /// What was expected.
  public let expected: String

  /// A fault; see the properties.
  public init(_ path: String, found: String, expected: String) {
    self.path = path
    self.found = found
    self.expected = expected
  }

  /// The same fault, found inside `key`.
  public func within(_ key: String) -> DecodingFault {
    DecodingFault(path.isEmpty ? key : "\(key).\(path)", found: found, expected: expected)
  }

  /// `data.markPrice: found abc, expected a number`.
  public var description: String {
    (path.isEmpty ? "" : path + ": ") + "found \(found), expected \(expected)"
  }
}
