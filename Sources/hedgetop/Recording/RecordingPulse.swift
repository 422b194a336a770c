import Dispatch
import Glibc
import HedgeModel

/// Beats once each interval until the time is over or the user ends it by Ctrl-C or SIGTERM.
@MainActor
final class RecordingPulse {
  private static let endings = [SIGINT, SIGTERM]

  /// The beats; finishes at the end.
  let beats: AsyncStream<Void>
  private let continuation: AsyncStream<Void>.Continuation
  private var sources: [any DispatchSourceProtocol] = []

  /// A pulse that has begun.
  ///
  /// - Parameters:
  ///   - interval: time between two beats.
  ///   - limit: time until it ends by itself; nil for never.
  init(every interval: Duration, for limit: Duration?) {
    (beats, continuation) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    let continuation = continuation
    let timer = DispatchSource.makeTimerSource(queue: .main)
    timer.schedule(deadline: .now(), repeating: .milliseconds(Int(interval.wholeMilliseconds)))
    timer.setEventHandler { @Sendable in continuation.yield() }
    sources.append(timer)
    if let limit {
      let end = DispatchSource.makeTimerSource(queue: .main)
      end.schedule(deadline: .now() + .milliseconds(Int(limit.wholeMilliseconds)))
      end.setEventHandler { @Sendable in continuation.finish() }
      sources.append(end)
    }
    for ending in Self.endings {
      signal(ending, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: ending, queue: .main)
      source.setEventHandler { @Sendable in continuation.finish() }
      sources.append(source)
    }
    for source in sources { source.activate() }
  }

  /// Ends it; signals do again what they did.
  func stop() {
    for source in sources { source.cancel() }
    for ending in Self.endings { signal(ending, SIG_DFL) }
    continuation.finish()
  }
}
