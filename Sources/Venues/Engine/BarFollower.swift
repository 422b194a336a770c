import HedgeModel

/// Which bars have closed since the last that was told: a pure state machine that is told the venue's time.
struct BarFollower: Sendable {
  /// Bars of one length of one instrument.
  struct Series: Hashable, Sendable {
    let instrument: InstrumentID
    let interval: BetaPolicy.BarInterval
  }

  /// Bars to ask for: those that close in (`start`, `end`].
  struct Need: Hashable, Sendable {
    let series: Series
    let start: Timestamp
    let end: Timestamp
  }

  /// Venues take a moment to close a bar.
  private static let delay = Duration.seconds(5)
  /// A bar that is not there so long after its end will not come: nothing was traded.
  private static let patience = Duration.seconds(180)
  /// How long until a bar that was not there yet is asked for again.
  private static let again = Duration.seconds(15)

  private struct Progress: Sendable {
    var told: Timestamp
    var notBefore: Timestamp
  }

  private var progress: [Series: Progress] = [:]

  /// Follows `series`, whose bars are known up to `told`; later ones are told. What is followed already stays as it is,
  /// but for bars it has told that turn out not to be known.
  mutating func follow(_ series: Series, after told: Timestamp) {
    guard let known = progress[series], known.told <= told else {
      progress[series] = Progress(told: told, notBefore: told)
      return
    }
  }

  /// Follows nothing but these.
  mutating func keep(_ isWanted: (InstrumentID) -> Bool) {
    progress = progress.filter { isWanted($0.key.instrument) }
  }

  /// What has closed and was not told.
  func due(at now: Timestamp) -> [Need] {
    progress.compactMap { series, progress in
      let end = BarGrid.lastClose(of: series.interval, at: now - Self.delay)
      guard end > progress.told, now >= progress.notBefore else { return nil }
      return Need(series: series, start: progress.told, end: end)
    }
    .sorted { ($0.end, $0.series.instrument) < ($1.end, $1.series.instrument) }
  }

  /// Takes what the venue gave; returns the bars to tell, oldest first, gaps as bars without a price.
  mutating func received(_ bars: [Bar], for need: Need, at now: Timestamp) -> [Bar] {
    guard let known = progress[need.series], known.told <= need.start else { return [] }
    var filled = BarGrid.filled(bars, every: need.series.interval, after: need.start, through: need.end)
    // What is missing at the end may still come.
    while let last = filled.last, last.price == nil, now - last.close < Self.patience { filled.removeLast() }
    let isComplete = filled.last?.close == need.end
    progress[need.series] = Progress(
      told: filled.last?.close ?? need.start, notBefore: isComplete ? need.end : now + Self.again)
    return filled
  }

  /// Leaves a series alone until then, as the venue refused to tell.
  mutating func postpone(_ need: Need, until instant: Timestamp) {
    progress[need.series]?.notBefore = instant
  }
}
