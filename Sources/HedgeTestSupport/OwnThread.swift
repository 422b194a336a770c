import Dispatch
import Testing

/// Runs the tests of a suite on a thread of their own, so that those that wait for a program do not wait for the turn of
/// those that reckon: all others share two threads.
///
/// ```swift
/// @Suite("hedgetop, built", .serialized, .onThreadOfItsOwn)
/// ```
public struct OwnThread: SuiteTrait, TestTrait, TestScoping {
  private let executor = QueueExecutor()

  /// Suites within use the same thread.
  public var isRecursive: Bool { true }

  /// Runs `function` on the thread.
  public func provideScope(
    for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
  ) async throws {
    try await withTaskExecutorPreference(executor) { try await function() }
  }
}

extension Trait where Self == OwnThread {
  /// On a thread that other suites do not use.
  public static var onThreadOfItsOwn: Self { OwnThread() }
}

/// A queue of Dispatch that runs tasks.
private final class QueueExecutor: TaskExecutor {
  private let queue = DispatchQueue(label: "tests that wait")

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    queue.async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
  }
}
