/// Something in a configuration that is wrong, or that its owner should know.
///
/// Prints as `file:line:column: path: message`, which editors and terminals turn into a link:
///
///     config.toml:12:15: strategy[0].hedge_ratio: found 1.7, expected a number from 0 to 1.5
public struct ConfigurationIssue: Error, Hashable, Sendable, CustomStringConvertible {
  /// How bad it is.
  public enum Severity: String, Hashable, Sendable, CaseIterable {
    /// The configuration cannot be used.
    case error
    /// It can be used, but a figure will be missing or a position unguarded.
    case warning
  }

  /// How bad it is.
  public let severity: Severity
  /// The file, as the user named it.
  public let file: String
  /// Where in the file; nil when the file itself could not be read.
  public let location: SourceLocation?
  /// Which value: `strategy[0].hedge_ratio`; empty for the file as a whole.
  public let path: String
  /// What was found, what is expected, and the remedy. Free of control characters.
  public let message: String
  /// What was probably meant, for a misspelt name.
  public let suggestion: String?

  /// An issue; see the properties.
  public init(
    severity: Severity = .error, file: String, location: SourceLocation?, path: String = "", message: String,
    suggestion: String? = nil
  ) {
    self.severity = severity
    self.file = file
    self.location = location
    self.path = path
    self.message = message
    self.suggestion = suggestion
  }

  /// Line in the file, from 1.
  public var line: Int? { location?.line }

  /// Column in the line, from 1.
  public var column: Int? { location?.column }

  /// `file:line:column: path: message; did you mean x?`
  public var description: String {
    let place = location.map { "\(file):\($0)" } ?? file
    return [
      place + ": ", severity == .warning ? "warning: " : "", path.isEmpty ? "" : path + ": ", message,
      suggestion.map { "; did you mean \($0)?" } ?? "",
    ].joined()
  }
}
