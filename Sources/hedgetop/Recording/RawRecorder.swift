import MarketData
import Synchronization
import Venues

/// Writes down every message of the exchanges' streams as it came.
final class RawRecorder: StreamTap {
  private let file: RecordingFile
  private let clock: any MarketClock
  private let refusal = Mutex<FeedError?>(nil)

  /// A recorder into a new file.
  init(into file: RecordingFile, clock: any MarketClock = WallClock()) {
    self.file = file
    self.clock = clock
  }

  /// Why nothing more is recorded; nil while all goes well.
  var failure: FeedError? { refusal.withLock { $0 } }

  func received(_ message: [UInt8], of feed: String, from url: String) {
    // Under one lock, so that lines stand in the order of their times.
    refusal.withLock { refusal in
      guard refusal == nil else { return }
      do {
        try file.append(RecordingEncoder.rawLine(message, of: feed, from: url, at: clock.now()))
      } catch {
        refusal = error
      }
    }
  }
}
