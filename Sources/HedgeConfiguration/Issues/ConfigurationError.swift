/// Why a configuration cannot be used: everything that is wrong with it, not only the first mistake.
public struct ConfigurationError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The mistakes, and the warnings found beside them, in the order of the file.
  public let issues: [ConfigurationIssue]

  /// An error of these issues.
  public init(issues: [ConfigurationIssue]) {
    self.issues = issues
  }

  /// One issue a line.
  public var description: String { issues.map(\.description).joined(separator: "\n") }

  static func syntax(_ message: String, at location: SourceLocation, in file: String) -> ConfigurationError {
    ConfigurationError(issues: [ConfigurationIssue(file: file, location: location, message: message)])
  }

  static func file(_ message: String, _ file: String) -> ConfigurationError {
    ConfigurationError(issues: [ConfigurationIssue(file: file, location: nil, message: message)])
  }
}
