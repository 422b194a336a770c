extension VenueFault {
  /// What a status says by itself, where the venue's own error code says no more; nil for an answer.
  ///
  /// - Parameter words: the venue's words; they are shortened.
  static func of(status response: HTTPResponse, words: String) -> VenueFault? {
    let words = String((words.isEmpty ? "HTTP \(response.status)" : words).prefix(160))
    switch response.status {
    case 200..<300: return nil
    case 401: return .keyRefused(words)
    case 403, 451: return .forbidden(words)
    case 418: return .banned(retryAfter: wait(response))
    case 429: return .limited(retryAfter: wait(response))
    case 500...: return .unavailable(words)
    default: return .refused(code: "HTTP \(response.status)", words)
    }
  }

  /// `Retry-After` in seconds; nil when it does not come, or is a date.
  static func wait(_ response: HTTPResponse) -> Duration? {
    response.header("Retry-After").flatMap { Int64($0) }.flatMap { $0 >= 0 ? .seconds($0) : nil }
  }
}
