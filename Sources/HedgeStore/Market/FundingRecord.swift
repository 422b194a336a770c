import HedgeModel

/// The funding payments known of each instrument, each once, and where they are complete: one record for whatever is
/// reckoned from them.
struct FundingRecord: Sendable {
  private(set) var stamps: [InstrumentID: FundingStamps] = [:]
  private let startedAt: Timestamp
  /// Where all payments were told; from the start on while nothing else was.
  private var coverage: [InstrumentID: FundingCoverage] = [:]

  /// A record without payments, which are told from `start` on.
  init(from start: Timestamp) {
    startedAt = start
  }

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

  /// All payments of a span were told.
  mutating func cover(_ span: FundingSpan, of instrument: InstrumentID) {
    coverage[instrument, default: FundingCoverage(from: startedAt)].add(span)
  }

  /// Where the payments of an instrument are complete, oldest first.
  ///
  /// - Parameter interval: time between two payments by the specification.
  func spans(of instrument: InstrumentID, every interval: Duration) -> [FundingSpan] {
    (coverage[instrument] ?? FundingCoverage(from: startedAt)).spans(payments(on: instrument), every: interval)
  }

  /// The payments of an instrument, oldest first.
  func payments(on instrument: InstrumentID) -> FundingStamps { stamps[instrument] ?? [] }

  /// When the first payment that is known but still to come at `now` will be made; nil when none is.
  func next(after now: Timestamp) -> Timestamp? { stamps.values.compactMap { $0.later(than: now).first?.time }.min() }
}
