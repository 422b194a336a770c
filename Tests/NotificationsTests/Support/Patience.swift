import Testing

/// Waits until `condition` holds, as long as a busy machine may take.
func waitUntil(
  _ words: String, isolation: isolated (any Actor)? = #isolation, _ condition: () async throws -> Bool
) async throws {
  let deadline = ContinuousClock.now + .seconds(60)
  while try await !condition() {
    guard ContinuousClock.now < deadline else {
      Issue.record("waited in vain until \(words)")
      return
    }
    try await Task.sleep(for: .milliseconds(20))
  }
}
