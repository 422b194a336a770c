import HedgeModel

/// What a program has told that may be asked for later; bounded, because a program may write without end.
struct ProcessMemory: Sendable {
  private static let longestHistory = 10_000
  private static let mostInstruments = 10_000

  private struct BarKey: Hashable {
    let instrument: InstrumentID
    let interval: BetaPolicy.BarInterval
  }

  private var instruments: [InstrumentID: Instrument] = [:]
  private var bars: [BarKey: [Bar]] = [:]
  private var stamps: [InstrumentID: [FundingStamp]] = [:]

  init(specifications: [Instrument]) {
    for specification in specifications { remember(specification) }
  }

  /// All specifications, by name.
  var specifications: [Instrument] { instruments.values.sorted { $0.id < $1.id } }

  mutating func remember(_ instrument: Instrument) {
    guard instruments[instrument.id] != nil || instruments.count < Self.mostInstruments else { return }
    instruments[instrument.id] = instrument
  }

  /// Keeps a bar or a payment; a program that starts again may repeat its history.
  mutating func remember(_ event: FeedEvent) {
    switch event {
    case .bar(let instrument, let interval, let bar):
      Self.insert(bar, into: &bars[BarKey(instrument: instrument, interval: interval), default: []], by: \.close)
    case .fundingStamp(let instrument, let stamp):
      Self.insert(stamp, into: &stamps[instrument, default: []], by: \.time)
    case .update, .signal: break
    }
  }

  private static func insert<Entry>(_ entry: Entry, into entries: inout [Entry], by time: (Entry) -> Timestamp) {
    let instant = time(entry)
    let later = entries.partitioningIndex { time($0) > instant }
    if later > 0, time(entries[later - 1]) == instant {
      entries[later - 1] = entry
    } else {
      entries.insert(entry, at: later)
    }
    if entries.count > longestHistory { entries.removeFirst(entries.count - longestHistory * 9 / 10) }
  }

  func history(_ request: HistoryRequest) throws(FeedError) -> [Bar] {
    guard let known = bars[BarKey(instrument: request.instrument, interval: request.interval)] else {
      throw FeedError(
        place: "\(request.instrument)",
        message: "the program has sent no bars of one \(request.interval.rawValue); let it write lines of type bar")
    }
    return Array(known.prefix { $0.close <= request.end }.suffix(max(0, request.count)))
  }

  func stamps(of instrument: InstrumentID, since: Timestamp) -> [FundingStamp] {
    stamps[instrument, default: []].filter { $0.time > since }
  }
}
