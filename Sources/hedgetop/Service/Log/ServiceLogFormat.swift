import ArgumentParser

/// How a service writes its log.
enum ServiceLogFormat: String, CaseIterable, ExpressibleByArgument, Sendable {
  /// A line of words.
  case text
  /// A line of JSON.
  case json
}
