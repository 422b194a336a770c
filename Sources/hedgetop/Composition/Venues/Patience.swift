import Glibc

/// Tells what a start waits for, when it takes longer than a moment.
///
/// A first start asks every exchange for its contracts. Until they have come there is no screen that could say so, and
/// an exchange that does not answer is waited for half a minute.
struct Patience: Sendable {
  /// How long nothing is said.
  static let silence = Duration.seconds(1)
  /// How long it takes from one word to the next.
  static let pause = Duration.seconds(5)

  /// Takes a word.
  let tell: @MainActor @Sendable (String) -> Void

  /// Words on standard error, where somebody sees them at once; nil where it is a file or a log.
  static var atTerminal: Patience? {
    isatty(STDERR_FILENO) == 1 ? Patience { StandardError.warn($0) } : nil
  }

  /// Does something, and meanwhile tells what it waits for.
  ///
  /// - Parameter pending: what has not come yet; nothing is told while that is nothing.
  @MainActor
  func wait<Value>(for pending: @escaping @MainActor () -> [String], _ body: () async throws -> Value) async rethrows
    -> Value
  {
    let words = Task { @MainActor in
      let start = ContinuousClock.now
      try await Task.sleep(for: Self.silence)
      while true {
        let names = pending()
        if !names.isEmpty {
          let seconds = (ContinuousClock.now - start).components.seconds
          tell("waiting for \(names.joined(separator: ", ")), \(seconds) s now")
        }
        try await Task.sleep(for: Self.pause)
      }
    }
    defer { words.cancel() }
    return try await body()
  }
}
