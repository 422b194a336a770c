import HedgeModel

/// The funding payments known of each instrument, each once, and since when they are complete: one record for whatever
/// is reckoned from them.
struct FundingRecord: Sendable {
  private(set) var stamps: [InstrumentID: FundingStamps] = [:]
  private var complete: [InstrumentID: Timestamp] = [:]

  /// Takes a payment; false when one was known of its instant, which it replaces.
  mutating func note(_ stamp: FundingStamp, of instrument: InstrumentID) -> Bool {
    stamps[instrument, default: []].insert(stamp)
  }

  /// Takes payments of the past together; they replace those known of the same instants.
  mutating func note(_ loaded: FundingStamps, of instrument: InstrumentID) {
    guard !loaded.isEmpty else { return }
    if let known = stamps[instrument], !known.isEmpty {
      stamps[instrument]?.merge(loaded)
    } else {
      stamps[instrument] = loaded
    }
  }

  /// The payments of an instrument are complete from `since` on; false when that was known.
  mutating func complete(_ instrument: InstrumentID, since: Timestamp) -> Bool {
    if let known = complete[instrument], known <= since { return false }
    complete[instrument] = since
    return true
  }

  /// Since when no payment can be missing; nil when that is not known of any instant.
  func completeSince(_ instrument: InstrumentID) -> Timestamp? { complete[instrument] }

  /// True when no payment since `instant` can be missing.
  func isComplete(_ instrument: InstrumentID, since instant: Timestamp) -> Bool {
    complete[instrument].map { $0 <= instant } ?? false
  }

  /// The payments of an instrument, oldest first.
  func payments(on instrument: InstrumentID) -> FundingStamps { stamps[instrument] ?? [] }

  /// When the first payment that is known but still to come at `now` will be made; nil when none is.
  func next(after now: Timestamp) -> Timestamp? { stamps.values.compactMap { $0.later(than: now).first?.time }.min() }
}
