import HedgeConfiguration

/// A checked configuration file as JSON.
struct ConfigurationReport: Encodable {
  /// A mistake or a warning.
  struct Issue: Encodable {
    let severity: String
    @Nullable var line: Int?
    @Nullable var column: Int?
    let path: String
    let message: String
    @Nullable var suggestion: String?
  }

  let file: String
  let ok: Bool
  @Nullable var summary: String?
  let issues: [Issue]

  init(_ check: ConfigurationCheck) {
    file = check.file
    ok = check.configuration != nil
    summary = check.summary
    issues = check.issues.map {
      Issue(
        severity: $0.severity.rawValue, line: $0.line, column: $0.column, path: $0.path, message: $0.message,
        suggestion: $0.suggestion)
    }
  }
}
