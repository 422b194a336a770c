import Alerting
import FoundationEssentials
import HedgeAnalytics
import HedgeModel
import MarketData

extension State {
  /// Turns a confirmed request into decisions to be kept, or refuses it with the reason.
  ///
  /// Nothing changes here: a decision counts when the journal has kept it.
  mutating func consider(_ request: DecisionRequest) -> [Effect] {
    switch request {
    case .hedgeRatio(let name, let value):
      guard let strategy = unlocked(name), isPossible(value, of: strategy) else { return [] }
      return ask(strategy.policy.aim.change(to: value), of: name)
    case .fill(let leg, let contracts, let price):
      guard let strategy = unlocked(leg.strategy), let fill = fill(of: leg, contracts, price, in: strategy)
      else { return [] }
      return ask(.fill(fill), of: leg.strategy)
    case .undo(let name, let confirmed):
      guard let last = undoable(in: name) else { return refuse("\(name): there is nothing to undo", .info) }
      guard confirmed == nil || confirmed == last.id else {
        return refuse("\(name): not undone, as another decision came meanwhile; look again")
      }
      return ask(.undo(id: last.id), of: name)
    case .review(let name):
      guard strategy(named: name) != nil else { return refuse("there is no strategy \(name)") }
      return ask(.review, of: name)
    case .acknowledge(let ids):
      let unseen = alerts.alerts.filter { $0.acknowledgedAt == nil }.map(\.id)
      return ids.filter(unseen.contains).flatMap { ask(.acknowledgement(alert: $0), of: "") }
    case .snooze(let ids, let duration):
      let lasting = alerts.alerts.map(\.id)
      return ids.filter(lasting.contains).flatMap { ask(.snooze(alert: $0, until: now + duration), of: "") }
    }
  }

  /// A decision has been kept: it counts from here.
  mutating func accept(_ decision: Decision) {
    decisions.append(decision)
    portfolio = settings.portfolio.applying(decisions)
    studies.bookChanged()
    funding.positionsChanged()
    attribution.accept(decision, among: decisions, markets: input.markets)
    log.add(.decision, .info, decision.words, at: decision.at)
    switch decision.change {
    case .review: rememberReview(of: decision.strategy, countingFrom: decision.at)
    case .acknowledgement(let alert): _ = alerts.acknowledge(alert, now: decision.at)
    case .snooze(let alert, let until): alerts.snooze(alert, until: until)
    case .hedgeRatio, .netBeta: trial = nil
    case .fill, .undo:
      trial = nil
      funding.positionsChanged()
    }
  }

  /// A decision could not be kept: nothing has changed, and the user is told.
  mutating func reject(_ decision: Decision, _ reason: String) {
    log.add(.notice, .critical, "NOT done, could not be kept: \(decision.words): \(reason)", at: now)
  }

  /// The last ratio change or fill of a strategy that has not been taken back.
  func undoable(in strategy: String) -> Decision? {
    decisions.effective.last { decision in
      guard decision.strategy == strategy else { return false }
      switch decision.change {
      case .hedgeRatio, .netBeta, .fill: return true
      case .review, .acknowledgement, .snooze, .undo: return false
      }
    }
  }

  /// Why no decision may be made on a strategy now; nil when one may.
  func lock(of strategy: StrategyFigures) -> String? {
    if let penLock { return penLock }
    return switch strategy.netBeta.verdict {
    case .inBand, .breach: nil
    case .stale: "prices are stale: \(staleFeedWords)"
    case .unknown(let reason): reason.detail
    }
  }

  private var staleFeedWords: String {
    let words = settings.feeds.compactMap { feed in
      feeds[feed.name].flatMap { $0.isLive ? nil : "\(feed.name) \($0.description(at: now))" }
    }
    return words.isEmpty ? "an input is older than its limit" : words.joined(separator: ", ")
  }

  private func strategy(named name: String) -> Strategy? {
    portfolio.strategies.first { $0.name == name }
  }

  /// The strategy, if it may be decided on now; nil, said in the log, when not.
  private mutating func unlocked(_ name: String) -> Strategy? {
    guard let shown = figures.strategies.first(where: { $0.name == name }), let strategy = strategy(named: name) else {
      _ = refuse("there is no strategy \(name)")
      return nil
    }
    guard let reason = lock(of: shown) else { return strategy }
    _ = refuse("\(name): refused, \(reason)")
    return nil
  }

  private mutating func isPossible(_ value: Decimal, of strategy: Strategy) -> Bool {
    let aim = strategy.policy.aim
    if value.isNaN {
      _ = refuse("\(strategy.name): a \(aim.words) is a number")
    } else if value == aim.value {
      _ = refuse("\(strategy.name): the \(aim.words) is \(value) already", .info)
    } else {
      return true
    }
    return false
  }

  /// Says why nothing is done about a request.
  private mutating func refuse(_ words: String, _ severity: Alert.Severity = .warning) -> [Effect] {
    log.add(.notice, severity, words, at: now)
    return []
  }

  private func ask(_ change: Decision.Change, of strategy: String) -> [Effect] {
    [.record(Decision(at: now, strategy: strategy, change: change))]
  }

  private mutating func fill(of id: LegID, _ contracts: Decimal, _ price: Decimal, in strategy: Strategy) -> Fill? {
    guard let leg = strategy.legs.first(where: { strategy.id(of: $0) == id }),
      let instrument = portfolio.instruments[id.instrument]
    else {
      _ = refuse("\(id): no such leg")
      return nil
    }
    guard !isRead(leg.account) else {
      _ = refuse("\(id): its positions are read from the venue; a fill shows by itself")
      return nil
    }
    guard contracts != 0, !contracts.isNaN, price > 0 else {
      _ = refuse("\(id): a fill needs contracts other than 0 and a price above 0")
      return nil
    }
    return Fill(
      leg: id, contracts: contracts, price: price, mid: input.markets[id.instrument]?.exactMid, fee: nil,
      oldContracts: leg.contracts,
      oldEntryPrice: leg.entryPrice, convention: instrument.convention)
  }
}

extension HedgePolicy.Aim {
  /// The decision that makes `value` the aim.
  fileprivate func change(to value: Decimal) -> Decision.Change {
    switch self {
    case .hedgeRatio(let old): .hedgeRatio(old: old, new: value)
    case .netBeta(let old): .netBeta(old: old, new: value)
    }
  }
}
