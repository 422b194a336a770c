import Alerting
import HedgeModel
import MarketData

extension State {
  /// Takes what one feed's inbox held.
  mutating func absorb(_ arrived: FeedArrivals) {
    let newest = observed.absorb(arrived.contents.latest) { settings.feed(of: $0)?.staleAfter ?? .zero }
    if let newest { feeds[arrived.feed]?.receiveEvent(at: newest) }
    for event in arrived.contents.ordered { absorb(event, from: arrived.feed) }
  }

  /// Lets silence grow into staleness.
  mutating func ageFeeds() {
    for feed in settings.feeds { feeds[feed.name]?.tick(now: now, staleAfter: feed.staleAfter) }
  }

  private mutating func absorb(_ event: FeedEvent, from feed: String) {
    switch event {
    case .update: break  // only the latest of each sort counts, and those have been taken
    case .bar(let instrument, let interval, let bar):
      bars.insert([bar], of: instrument, interval)
      betas.append(bar, of: instrument, interval)
    case .fundingStamp(let instrument, let stamp): funding.note(stamp, of: instrument, mark: mark(of: instrument))
    case .signal(let signal): absorb(signal, from: feed)
    }
  }

  private func mark(of instrument: InstrumentID) -> Double? {
    observed[instrument]?.mark?.value
  }

  private mutating func absorb(_ signal: FeedSignal, from feed: String) {
    feeds[feed]?.receive(signal, at: now)
    switch signal {
    case .failed(let message, _): log.add(.feed, .warning, "\(feed): \(message)", at: now)
    case .warning(let message): log.add(.feed, .info, "\(feed): \(message)", at: now)
    case .ended: log.add(.feed, .info, "\(feed): the recording has ended", at: now)
    case .connecting, .connected: break
    }
  }

  /// Bars asked for at the start have come.
  mutating func learn(_ loaded: [LoadedHistory]) {
    for history in loaded { bars.insert(history.bars, of: history.request.instrument, history.request.interval) }
    betas.historyChanged()
  }

  /// Bars asked for cannot be had: betas built on them stay unknown, and say so.
  mutating func missHistory(_ request: HistoryRequest, _ reason: String) {
    log.add(.feed, .warning, "no \(request.interval.rawValue) history of \(request.instrument): \(reason)", at: now)
  }

  /// Funding payments since opening cannot be had: accrual counts from the start of the program.
  mutating func missFunding(_ instrument: InstrumentID, _ reason: String) {
    log.add(.feed, .info, "no funding history of \(instrument): \(reason); counted from now on", at: now)
  }
}
