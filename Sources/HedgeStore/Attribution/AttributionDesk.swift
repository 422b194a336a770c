import FoundationEssentials
import HedgeAnalytics
import HedgeModel

/// The ledgers of profit of all strategies.
///
/// A ledger begins when its strategy's figures are complete for the first time: it takes the configured positions over,
/// recalls the fills and funding payments that are known of the past, and from then on follows the market.
struct AttributionDesk: Sendable {
  /// How long a strategy waits for complete figures before its ledger begins with those there are.
  private static let patience = Duration.seconds(60)

  /// A ledger as it was before the last fill, so that a fill taken back leaves no trace.
  private struct Checkpoint: Sendable {
    let decision: Int64
    let ledger: AttributionLedger
    var payments: [AttributionPayment] = []
  }

  private var configured: Portfolio
  private let startedAt: Timestamp
  private var ledgers: [String: AttributionLedger] = [:]
  private var shared: AttributionLedger?
  private var checkpoints: [String: Checkpoint] = [:]
  /// Payments that have arrived and are not in the ledgers yet.
  private var unsettled: [(instrument: InstrumentID, stamp: FundingStamp)] = []

  /// A desk without ledgers.
  ///
  /// - Parameters:
  ///   - portfolio: the portfolio as configured, before any decision.
  ///   - startedAt: when the program started.
  init(portfolio: Portfolio, startedAt: Timestamp) {
    configured = portfolio
    self.startedAt = startedAt
  }

  /// What a snapshot carries.
  var attribution: ProfitAttribution { ProfitAttribution(ledgers: ledgers, shared: shared) }

  /// Watches another configuration: ledgers of strategies whose positions and coins stay the same go on. Cash is in no
  /// ledger, so a wallet of cash that has changed, as with each payment of funding, changes none.
  mutating func watch(_ portfolio: Portfolio) {
    let old = configured
    configured = portfolio
    guard old.hasSameSurroundings(as: portfolio) else {
      (ledgers, checkpoints, shared) = ([:], [:], nil)
      return
    }
    if old.sharedCollateral != portfolio.sharedCollateral { shared = nil }
    for name in ledgers.keys where !old.holdsTheSame(as: portfolio, in: name) { forget(name) }
  }

  /// Takes a payment that was not known, as it happens.
  mutating func note(_ stamp: FundingStamp, of instrument: InstrumentID) { unsettled.append((instrument, stamp)) }

  /// Takes past payments: ledgers of legs that lacked them begin again. Those before the start of the program concern no
  /// other ledger, because nobody knows whose they were.
  ///
  /// - Parameters:
  ///   - known: the payments known of the instrument before.
  ///   - reachesBack: whether they are known further back now.
  mutating func load(_ loaded: LoadedFunding, known: FundingStamps, reachesBack: Bool) {
    let times = Set(known.later(than: startedAt).map(\.time))
    for stamp in loaded.stamps.later(than: startedAt) where !times.contains(stamp.time) {
      note(stamp, of: loaded.instrument)
    }
    guard reachesBack else { return }
    for strategy in configured.strategies
    where strategy.legs.contains(where: {
      $0.instrument == loaded.instrument && ($0.openedAt != nil || $0.contracts == 0)
    }) {
      forget(strategy.name)
    }
  }

  /// The market has moved: ledgers follow, those whose figures have become complete begin, payments are settled.
  mutating func follow(
    _ input: ValuationInput, _ figures: PortfolioFigures, decisions: [Decision], bars: BarBook, funding: FundingRecord
  ) {
    var begun: Set<String> = []
    for (strategy, shown) in zip(input.portfolio.strategies, figures.strategies) {
      let point = input.point(of: strategy)
      if ledgers[strategy.name] != nil {
        ledgers[strategy.name]?.advance(to: point)
      } else if isReady(shown, at: input.now), let own = configured.strategy(named: strategy.name) {
        ledgers[strategy.name] = ledger(of: own, decisions.effective, at: point, bars, funding)
        begun.insert(strategy.name)
      }
    }
    followShared(input)
    settle(decisions, except: begun)
  }

  private func isReady(_ strategy: StrategyFigures, at now: Timestamp) -> Bool {
    strategy.netBeta.drift.isFresh || now - startedAt > Self.patience
  }

  private mutating func followShared(_ input: ValuationInput) {
    if shared == nil, case let openings = configured.sharedCollateralOpenings, !openings.isEmpty {
      shared = AttributionLedger(openings, benchmark: configured.attributionBenchmark)
    }
    shared?.advance(to: MarketPoint(at: input.now, markets: input.markets, betas: BetaLookup(stated: [:])))
  }

  private mutating func settle(_ decisions: [Decision], except begun: Set<String>) {
    guard !unsettled.isEmpty else { return }
    let effective = decisions.effective
    for strategy in configured.strategies where ledgers[strategy.name] != nil && !begun.contains(strategy.name) {
      var payments: [AttributionPayment] = []
      for leg in strategy.legs {
        let paidFrom = opening(of: leg, in: strategy, effective) ?? startedAt
        for (instrument, stamp) in unsettled where instrument == leg.instrument && stamp.time > paidFrom {
          payments.append(payment(on: leg, of: strategy, stamp, effective))
        }
      }
      guard !payments.isEmpty else { continue }
      ledgers[strategy.name]?.settle(payments)
      checkpoints[strategy.name]?.payments += payments
    }
    unsettled = []
  }

  private mutating func forget(_ strategy: String) {
    ledgers[strategy] = nil
    checkpoints[strategy] = nil
  }
}

extension AttributionDesk {
  /// A decision has been kept. A fill is counted at the market of the last refresh, and begins "since the last
  /// rebalance" just before it, so that its costs are counted in.
  ///
  /// - Parameters:
  ///   - decisions: all of them, the new one last.
  ///   - markets: the markets of the last refresh.
  mutating func accept(_ decision: Decision, among decisions: [Decision], markets: MarketTable) {
    let name = decision.strategy
    switch decision.change {
    case .fill(let fill):
      guard configured.countsFills(in: fill.leg.account), let before = ledgers[name],
        let trade = configured.attributed(fill, in: markets)
      else { return }
      checkpoints[name] = Checkpoint(decision: decision.id, ledger: before)
      ledgers[name]?.mark(.rebalance)
      ledgers[name]?.fill(trade)
    case .undo(let id): takeBack(id, of: name, among: decisions)
    case .review: ledgers[name]?.cut()
    case .hedgeRatio, .netBeta, .acknowledgement, .snooze: break
    }
  }

  /// The last fill leaves no trace; for an earlier one the ledger begins again.
  private mutating func takeBack(_ id: Int64, of name: String, among decisions: [Decision]) {
    guard decisions.contains(where: { $0.id == id && configured.counts($0) }) else { return }
    guard let checkpoint = checkpoints[name], checkpoint.decision == id, let point = ledgers[name]?.point else {
      return forget(name)
    }
    var ledger = checkpoint.ledger
    ledger.advance(to: point)
    // They were paid on what was thought to be held; now it is what was.
    ledger.settle(checkpoint.payments.map { AttributionPayment(on: $0.leg, $0.stamp) })
    ledgers[name] = ledger
    checkpoints[name] = nil
  }
}

extension AttributionDesk {
  /// A ledger that has taken the configured positions over and knows what is known of their past.
  private func ledger(
    of strategy: Strategy, _ decisions: [Decision], at point: MarketPoint, _ bars: BarBook, _ funding: FundingRecord
  ) -> AttributionLedger {
    // Legs are paid at the same instants, so the prices of each are looked for once.
    var known: [Timestamp: MarketPoint] = [:]
    func past(_ instant: Timestamp) -> MarketPoint {
      if let point = known[instant] { return point }
      let past = MarketPoint(
        at: instant, markets: bars.quotes(at: instant, of: configured.spotMarkets), betas: point.betas)
      known[instant] = past
      return past
    }
    var ledger = AttributionLedger(
      configured.attributionOpenings(of: strategy, market: past), benchmark: configured.attributionBenchmark)
    recallFills(of: strategy, decisions, past, into: &ledger)
    for leg in strategy.legs {
      // Without a known opening nobody knows which payments of the past were this leg's.
      let payments = funding.payments(on: leg.instrument)
        .later(than: opening(of: leg, in: strategy, decisions) ?? startedAt)
      for stamp in payments where stamp.time <= point.at {
        ledger.recall(payment(on: leg, of: strategy, stamp, decisions), at: past(stamp.time))
      }
      if let reason = missingFunding(of: leg, in: strategy, decisions, funding) {
        ledger.missFunding(of: strategy.id(of: leg), upTo: startedAt, reason)
      }
    }
    ledger.advance(to: point)
    ledger.mark(.rebalance)
    return ledger
  }

  private func recallFills(
    of strategy: Strategy, _ decisions: [Decision], _ past: (Timestamp) -> MarketPoint,
    into ledger: inout AttributionLedger
  ) {
    for decision in decisions where decision.strategy == strategy.name {
      guard case .fill(let fill) = decision.change, configured.countsFills(in: fill.leg.account),
        let trade = configured.attributed(fill, in: nil)
      else { continue }
      ledger.recall(trade, at: past(decision.at))
    }
  }

  /// Fills are looked through only where the configuration does not say it.
  private func opening(of leg: Leg, in strategy: Strategy, _ decisions: [Decision]) -> Timestamp? {
    if let stated = leg.openedAt { return stated }
    guard leg.contracts == 0 else { return nil }
    return leg.opening(configured.countedFills(of: strategy.id(of: leg), in: decisions).first?.at)
  }

  /// Why the funding of a leg that was held before the program started is not known; nil when it is.
  private func missingFunding(
    of leg: Leg, in strategy: Strategy, _ decisions: [Decision], _ funding: FundingRecord
  ) -> UnknownReason? {
    guard case .perpetual(let interval)? = configured.instruments[leg.instrument]?.kind else { return nil }
    guard let opened = opening(of: leg, in: strategy, decisions) else {
      guard leg.contracts != 0, leg.entryPrice != nil else { return nil }
      return UnknownReason(.notConfigured, "no opening of \(leg.instrument) is stated to count its funding from")
    }
    guard leg.contracts == 0 || leg.entryPrice != nil else { return nil }
    let complete = funding.spans(of: leg.instrument, every: interval).last?.since ?? startedAt
    guard opened < startedAt, complete > opened else { return nil }
    return UnknownReason(.notReceived, "no funding payments of \(leg.instrument) since \(opened.iso8601)")
  }

  /// A payment with the contracts that were held at its stamp.
  private func payment(
    on leg: Leg, of strategy: Strategy, _ stamp: FundingStamp, _ decisions: [Decision]
  ) -> AttributionPayment {
    let id = strategy.id(of: leg)
    guard configured.countsFills(in: leg.account) else {
      return AttributionPayment(on: id, stamp, contracts: leg.contracts)
    }
    let held = decisions.reduce(leg.contracts) { held, decision in
      guard case .fill(let fill) = decision.change, fill.leg == id, decision.at < stamp.time else { return held }
      return held + fill.contracts
    }
    return AttributionPayment(on: id, stamp, contracts: held)
  }
}
