import HedgeModel

/// The funding payments known of each instrument, each once, and since when they are complete.
struct FundingRecord: Sendable {
  private var stamps: [InstrumentID: [FundingStamp]] = [:]
  private var complete: [InstrumentID: Timestamp] = [:]

  /// Takes a payment; false when it is known.
  mutating func note(_ stamp: FundingStamp, of instrument: InstrumentID) -> Bool {
    let known = stamps[instrument] ?? []
    // What comes is nearly always the newest.
    let place = (known.lastIndex { $0.time <= stamp.time } ?? -1) + 1
    if place > 0, known[place - 1].time == stamp.time { return false }
    stamps[instrument, default: []].insert(stamp, at: place)
    return true
  }

  /// Takes payments of the past together; those that are known stay as they are.
  mutating func note(_ loaded: [FundingStamp], of instrument: InstrumentID) {
    guard !loaded.isEmpty else { return }
    stamps[instrument] = loaded.merged(with: stamps[instrument] ?? [])
  }

  /// The payments of an instrument are complete from `since` on; false when that was known.
  mutating func complete(_ instrument: InstrumentID, since: Timestamp) -> Bool {
    if let known = complete[instrument], known <= since { return false }
    complete[instrument] = since
    return true
  }

  /// True when no payment since `instant` can be missing.
  func isComplete(_ instrument: InstrumentID, since instant: Timestamp) -> Bool {
    complete[instrument].map { $0 <= instant } ?? false
  }

  /// The payments of an instrument, oldest first.
  func payments(on instrument: InstrumentID) -> [FundingStamp] { stamps[instrument] ?? [] }
}
