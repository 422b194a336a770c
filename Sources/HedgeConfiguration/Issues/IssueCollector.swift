/// Gathers the issues of one file while it is read.
final class IssueCollector {
  let file: String
  private var issues: [ConfigurationIssue] = []
  /// True once an error was found, kept or not.
  private(set) var hasErrors = false

  init(file: String) {
    self.file = file
  }

  func error(_ place: Place, _ message: String, suggestion: String? = nil) {
    add(.error, place, message, suggestion)
  }

  func warning(_ place: Place, _ message: String) {
    add(.warning, place, message, nil)
  }

  /// True when so much is wrong that more would help nobody.
  var isFull: Bool { issues.count >= 200 }

  private func add(_ severity: ConfigurationIssue.Severity, _ place: Place, _ message: String, _ suggestion: String?) {
    hasErrors = hasErrors || severity == .error
    // The last place is kept for an error, so that a refusal always says why.
    guard !isFull || (severity == .error && !issues.contains { $0.severity == .error }) else { return }
    issues.append(
      ConfigurationIssue(
        severity: severity, file: file, location: place.location, path: place.path.description, message: message,
        suggestion: suggestion))
  }

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
