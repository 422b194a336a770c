import HedgeModel

/// Where the playing of one recorded feed stands.
struct RecordedSession: Sendable {
  /// What can be told of the past.
  private(set) var past: RecordedPast
  /// Instruments whose order books are told.
  var depth: Set<InstrumentID> = []

  private let recording: Recording
  private let refreshes: [Recording.Refresh]
  private let known: Set<InstrumentID>
  private var wanted: Set<InstrumentID> = []
  private var inbox: Inbox?
  private var next = 0
  private var hasEnded = false

  init(_ recording: Recording, of feed: String) {
    self.recording = recording
    refreshes = recording.refreshes[feed, default: []]
    past = recording.pasts[feed, default: RecordedPast()]
    known = Set(recording.header.instruments.map(\.id))
  }

  mutating func start(_ instruments: [InstrumentID], into inbox: Inbox) {
    self.inbox = inbox
    wanted = Set(instruments)
    let missing = instruments.filter { !known.contains($0) }.map { printable($0.description, limit: 80) }
    if !missing.isEmpty {
      inbox.post(.signal(.warning("the recording has no \(missing.joined(separator: ", "))")))
    }
  }

  mutating func advance(to now: Timestamp) {
    guard let inbox else { return }
    while next < refreshes.count, refreshes[next].at <= now {
      guard let events = events(of: refreshes[next]) else { return fail() }
      next += 1
      for event in events { past.note(event) }
      inbox.post(contentsOf: events.filter(isWanted))
    }
    guard now > recording.end, !hasEnded else { return }
    hasEnded = true
    if let warning = recording.warning { inbox.post(.signal(.warning(warning))) }
    inbox.post(.signal(.ended))
  }

  mutating func stop() { inbox = nil }

  /// The events of a refresh; nil when the file is no longer what it was when it was opened.
  private func events(of refresh: Recording.Refresh) -> [FeedEvent]? {
    guard let bytes = recording.source.bytes(in: refresh.range),
      let entry = try? RecordingDecoder.entry(bytes, file: recording.file, number: refresh.number),
      case .events(let events) = entry.content
    else { return nil }
    return events
  }

  private mutating func fail() {
    let message = "\(printable(recording.file)) has changed while it was played; start again"
    inbox?.post(.signal(.failed(message: message, retryAt: nil)))
    inbox = nil
  }

  private func isWanted(_ event: FeedEvent) -> Bool {
    switch event {
    case .signal: true
    case .bar(let instrument, _, _), .fundingStamp(let instrument, _): wanted.contains(instrument)
    case .update(let update):
      wanted.contains(update.instrument) && (!update.isBook || depth.contains(update.instrument))
    }
  }
}
