import Dispatch
import Glibc
import HedgeModel

/// Lets something go on, and then beats once each interval, until the time is over or the user ends it by Ctrl-C or
/// SIGTERM.
@MainActor
final class RecordingPulse {
  private static let endings = [SIGINT, SIGTERM]

  /// The beats; finishes at the end.
  let beats: AsyncStream<Void>
  /// Whether the user has ended it, or the time is over.
  private(set) var isOver = false
  private let continuation: AsyncStream<Void>.Continuation
  private var sources: [any DispatchSourceProtocol] = []
  private var work: Task<Void, Never>?

  /// A pulse the user can end from now on, and that does not beat yet.
  init() {
    (beats, continuation) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    for ending in Self.endings {
      signal(ending, SIG_IGN)
      add(DispatchSource.makeSignalSource(signal: ending, queue: .main)) { $0.end() }
    }
  }

  /// Waits for `work`, which is cancelled when the user ends it.
  func wait(for work: @escaping @MainActor () async -> Void) async {
    let task = Task { await work() }
    self.work = task
    if isOver { task.cancel() }
    await task.value
    self.work = nil
  }

  /// Begins to beat.
  ///
  /// - Parameters:
  ///   - interval: time between two beats.
  ///   - limit: time until it ends by itself; nil for never.
  func begin(every interval: Duration, for limit: Duration?) {
    guard !isOver else { return }
    let timer = DispatchSource.makeTimerSource(queue: .main)
    timer.schedule(deadline: .now(), repeating: .milliseconds(Int(interval.wholeMilliseconds)))
    add(timer) { $0.continuation.yield() }
    guard let limit else { return }
    let end = DispatchSource.makeTimerSource(queue: .main)
    end.schedule(deadline: .now() + .milliseconds(Int(limit.wholeMilliseconds)))
    add(end) { $0.end() }
  }

  private func add(_ source: any DispatchSourceProtocol, _ heard: @escaping @MainActor (RecordingPulse) -> Void) {
    source.setEventHandler { @Sendable [weak self] in
      MainActor.assumeIsolated { if let self { heard(self) } }
    }
    sources.append(source)
    source.activate()
  }

  private func end() {
    isOver = true
    work?.cancel()
    continuation.finish()
  }

  /// Ends it; signals do again what they did.
  func stop() {
    for source in sources { source.cancel() }
    for ending in Self.endings { signal(ending, SIG_DFL) }
    end()
  }
}
