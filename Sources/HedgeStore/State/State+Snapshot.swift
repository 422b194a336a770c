import Alerting
import HedgeAnalytics
import HedgeModel
import MarketData

extension State {
  /// What may be read of this state.
  public var snapshot: HedgeSnapshot {
    HedgeSnapshot(
      now: now, sequence: sequence, figures: figures, feeds: feedStatuses, alerts: alerts.alerts + alerts.cleared,
      log: log.entries, histories: histories,
      recentPrices: RecentPrices(closes: bars.recentCloses, markets: input.markets),
      dueReviews: dueReviews, decisionLocks: byStrategy(lock), preview: preview, ticket: ticket,
      undoable: byStrategy { undoable(in: $0.name) }, alertPolicy: settings.alertPolicy,
      attribution: attribution.attribution, regime: regime, reconciliations: reconciliations,
      accountsReadAt: accountSnapshots.mapValues(\.at), studies: studies.studies)
  }

  private func byStrategy<Value>(_ value: (StrategyFigures) -> Value?) -> [String: Value] {
    figures.strategies.reduce(into: [:]) { $0[$1.name] = value($1) }
  }

  private var feedStatuses: [FeedStatus] {
    settings.feeds.compactMap { feed in
      feeds[feed.name].map { health in
        FeedStatus(
          name: feed.name, label: feed.label, isLive: feed.isLive, isHealthy: health.isLive,
          words: health.description(at: now), lastEventAt: health.lastEvent, lastWarning: health.lastWarning?.message)
      }
    }
  }

  private var histories: [String: StrategyHistory] {
    recorders.reduce(into: [:]) { histories, recorder in
      let bandTime = alerts.bandTimes[recorder.key] ?? BandTime()
      histories[recorder.key] = StrategyHistory(
        samples: recorder.value.samples, outsideSince: bandTime.outsideSince, timeOutside: bandTime.outside)
    }
  }

  private var preview: Reading<HedgePreview>? {
    trial.map { HedgePreviewing.preview(input, strategy: $0.strategy, hedgeRatio: $0.hedgeRatio) }
  }

  private var ticket: Reading<TradeTicket>? {
    trial.map { TicketPlanning.ticket(input, strategy: $0.strategy, hedgeRatio: $0.hedgeRatio, books: depth) }
  }
}
