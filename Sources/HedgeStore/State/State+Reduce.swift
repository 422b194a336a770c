import Alerting
import HedgeAnalytics
import HedgeModel
import MarketData

extension State {
  /// Applies one action and says what the outside has to do about it.
  ///
  /// A pure function of the state and the action: no clock, no file, no randomness. The same actions in the same
  /// order give the same snapshots.
  public mutating func reduce(_ action: Action) -> [Effect] {
    sequence += 1
    switch action {
    case .refresh(let now, let arrived): return refresh(at: now, arrived)
    case .historyLoaded(let loaded): learn(loaded)
    case .historyUnavailable(let request, let reason): missHistory(request, reason)
    case .fundingLoaded(let loaded): learn(loaded)
    case .fundingUnavailable(let instrument, let reason): missFunding(instrument, reason)
    case .preview(let trial): self.trial = trial
    case .study(let topics): studies.ask(for: topics)
    case .decide(let request, let command): return decide(request, by: command)
    case .recorded(let decision): accept(decision)
    case .journal(let standing): journalStanding = standing
    case .historyRecalled(let samples): recall(samples)
    case .recordingFailed(let decision, let reason): reject(decision, reason)
    case .reconfigure(let settings, let reason): reconfigure(settings, reason)
    case .accountRead(let account, let snapshot): learn(snapshot, of: account)
    case .notice(let message, let severity): log.add(.notice, severity, message, at: now)
    }
    let effects = watchDepth()
    valuate()
    study()
    return effects
  }

  /// The timer has fired: take what has arrived, compute the figures, and see what they mean.
  private mutating func refresh(at time: Timestamp, _ arrived: [FeedArrivals]) -> [Effect] {
    now = max(now, time)
    for arrivals in arrived { absorb(arrivals) }
    ageFeeds()
    valuate()
    if rememberFirstCompleteFigures() { valuate() }
    attribution.follow(input, figures, decisions: decisions, bars: bars, funding: funding.record)
    record()
    study()
    return watch()
  }

  /// Computes all figures of this instant.
  mutating func valuate() {
    input = ValuationInput(
      portfolio: portfolio, now: now, markets: observed.table(at: now),
      dayAgoPrices: dayAgo.prices(at: now, from: bars),
      betas: betas.readings(at: now, from: bars), covariances: covariances.readings(at: now, from: bars),
      accruedFunding: funding.accrued(by: decisions, at: now),
      baselines: baselines, accountReadings: accountReadings)
    figures = valuation.evaluate(input)
    regime = regimes.reading(at: now, from: bars)
  }

  /// Makes the studies that are asked for and due.
  private mutating func study() {
    guard !studies.topics.isEmpty else { return }
    studies.refresh(
      StudySource(
        input: input, figures: figures, bars: bars, stamps: funding.payments, scenarios: settings.scenarios,
        books: depth))
  }
}
