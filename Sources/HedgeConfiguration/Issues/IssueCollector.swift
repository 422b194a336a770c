/// Gathers the issues of one file while it is read.
final class IssueCollector {
  let file: String
  private var issues: [ConfigurationIssue] = []

  init(file: String) {
    self.file = file
  }

  func error(_ place: Place, _ message: String, suggestion: String? = nil) {
    add(.error, place, message, suggestion)
  }

  func warning(_ place: Place, _ message: String) {
    add(.warning, place, message, nil)
  }

  private func add(_ severity: ConfigurationIssue.Severity, _ place: Place, _ message: String, _ suggestion: String?) {
    issues.append(
      ConfigurationIssue(
        severity: severity, file: file, location: place.location, path: place.path.description, message: message,
        suggestion: suggestion))
  }

  var hasErrors: Bool { issues.contains { $0.severity == .error } }

  /// The issues in the order of the file.
  var sorted: [ConfigurationIssue] {
    issues.enumerated()
      .sorted { left, right in
        let (first, second) = (left.element.location ?? .start, right.element.location ?? .start)
        return first == second ? left.offset < right.offset : first < second
      }
      .map(\.element)
  }
}
