import Alerting
import HedgeModel
import MarketData

extension State {
  /// Takes what one feed's inbox held: first what the feed said of itself, so that a value which came after
  /// `connecting` makes it live and one that came before `failed` does not.
  mutating func absorb(_ arrived: FeedArrivals) {
    for case .signal(let signal) in arrived.contents.ordered { absorb(signal, from: arrived.feed) }
    let newest = observed.absorb(arrived.contents.latest, at: now) { settings.staleAfter($0) }
    let newestBook = books.absorb(arrived.contents.books, at: now)
    if let last = [newest, newestBook].compactMap({ $0 }).max() { feeds[arrived.feed]?.receiveEvent(at: last) }
    for event in arrived.contents.ordered { absorb(event) }
  }

  /// Lets silence grow into staleness.
  mutating func ageFeeds() {
    for feed in settings.feeds { feeds[feed.name]?.tick(now: now, staleAfter: feed.staleAfter) }
  }

  private mutating func absorb(_ event: FeedEvent) {
    switch event {
    case .update, .signal: break  // taken before: of updates only the latest of each sort counts
    case .bar(let instrument, let interval, let bar):
      bars.insert([bar], of: instrument, interval)
      betas.append(bar, of: instrument, interval)
      regimes.append(bar, of: instrument, interval)
    case .fundingStamp(let instrument, let stamp):
      if let new = funding.note(stamp, of: instrument, mark: mark(of: instrument)) {
        attribution.note(new, of: instrument)
      }
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
    regimes.historyChanged()
  }

  /// Bars asked for cannot be had: betas built on them stay unknown, and say so.
  mutating func missHistory(_ request: HistoryRequest, _ reason: String) {
    log.add(.feed, .warning, "no \(request.interval.rawValue) history of \(request.instrument): \(reason)", at: now)
  }

  /// Past funding payments have come.
  mutating func learn(_ loaded: [LoadedFunding]) {
    for history in loaded {
      let known = funding.record.payments(on: history.instrument)
      let reachesBack = funding.load(history, at: now)
      attribution.load(history, known: known, reachesBack: reachesBack)
    }
    studies.bookChanged()
  }

  /// Funding payments since opening cannot be had: sums that would need them stay unknown.
  mutating func missFunding(_ instrument: InstrumentID, _ reason: String) {
    log.add(
      .feed, .info, "no funding history of \(instrument): \(reason); only what is kept and what comes is counted",
      at: now)
  }
}
