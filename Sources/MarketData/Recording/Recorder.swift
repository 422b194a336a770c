import HedgeModel
import Synchronization

/// Writes down what feeds tell: one for all feeds of a session, each wrapped in a ``RecordingFeed``.
///
///     let recorder = Recorder(into: try RecordingFile(path: "hedge.jsonl"))
///     let feeds = feeds.map { RecordingFeed($0, recorder: recorder) }
///     … start them …
///     recorder.begin(header)
public final class Recorder: Sendable {
  /// How much has been recorded.
  public struct Progress: Hashable, Sendable {
    /// Events of all feeds.
    public internal(set) var events = 0
    /// Bytes of all lines.
    public internal(set) var bytes = 0
    /// Instruments that something was told of.
    public internal(set) var instruments: Set<InstrumentID> = []
    /// Feeds that have told something, by name.
    public internal(set) var feeds: Set<String> = []
  }

  private struct State {
    var last: Timestamp?
    var failure: FeedError?
    var progress = Progress()
  }

  private let sink: any RecordingSink
  private let state = Mutex(State())

  /// A recorder that has written nothing yet.
  public init(into sink: any RecordingSink) {
    self.sink = sink
  }

  /// Why nothing more is recorded; nil while all goes well.
  public var failure: FeedError? { state.withLock { $0.failure } }

  /// How much has been recorded.
  public var progress: Progress { state.withLock { $0.progress } }

  /// Writes the header. Call it once, when the feeds have been started – a feed may know who it is only then – and
  /// before their first refresh; nothing is recorded before.
  public func begin(_ header: RecordingHeader) {
    state.withLock { state in
      guard state.last == nil, state.failure == nil else { return }
      state.last = header.start
      append(RecordingEncoder.line(header), &state)
    }
  }

  /// Writes what a feed has brought at `instant`, or by the last refresh when nil.
  func record(_ content: RecordingEntry.Content, of feed: String, at instant: Timestamp? = nil) {
    state.withLock { state in
      guard let last = state.last, state.failure == nil else { return }
      let at = max(instant ?? last, last)
      state.last = at
      guard append(RecordingEncoder.line(RecordingEntry(at: at, feed: feed, content: content)), &state) else { return }
      state.progress.feeds.insert(feed)
      guard case .events(let events) = content else { return }
      state.progress.events += events.count
      for event in events {
        if let instrument = event.instrument { state.progress.instruments.insert(instrument) }
      }
    }
  }

  /// Writes a line; false when that is the end of the recording.
  @discardableResult
  private func append(_ line: [UInt8], _ state: inout State) -> Bool {
    do {
      try sink.append(line)
      state.progress.bytes += line.count
      return true
    } catch {
      state.failure = error
      return false
    }
  }
}

extension FeedEvent {
  /// What it tells of; nil for what a feed says of itself.
  fileprivate var instrument: InstrumentID? {
    switch self {
    case .update(let update): update.instrument
    case .bar(let instrument, _, _), .fundingStamp(let instrument, _): instrument
    case .signal: nil
    }
  }
}
