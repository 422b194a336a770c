import FoundationEssentials
import HedgeAnalytics
import HedgeModel

/// The funding payments of the legs' instruments, and what each leg has received of them.
struct FundingDesk: Sendable {
  private let startedAt: Timestamp
  private var configured: Portfolio
  /// What is known of the payments.
  private(set) var record: FundingRecord
  /// Rises when a payment or what it was paid on may be another.
  private(set) var version = 0
  private var cache: [LegID: AccruedFunding]?
  /// The next payment that is known but still to come; the sums hold until then.
  private var nextStamp: Timestamp?

  /// A desk that knows of no payment yet.
  ///
  /// - Parameters:
  ///   - portfolio: the portfolio as configured, before any decision.
  ///   - startedAt: payments are known from here on without asking for history.
  init(portfolio: Portfolio, startedAt: Timestamp) {
    configured = portfolio
    self.startedAt = startedAt
    record = FundingRecord(from: startedAt)
  }

  /// Takes past payments, as many as there are: what a leg has received counts from its opening all the same.
  ///
  /// - Returns: whether the payments of the instrument are known further back than before.
  mutating func load(_ loaded: LoadedFunding, at now: Timestamp) -> Bool {
    forgetSums()
    let before = completeSince(loaded.instrument)
    record.note(loaded.stamps, of: loaded.instrument)
    if let span = loaded.span(every: interval(of: loaded.instrument), at: now) {
      record.cover(span, of: loaded.instrument)
    }
    return completeSince(loaded.instrument) < before
  }

  /// Since when no payment of an instrument can be missing.
  func completeSince(_ instrument: InstrumentID) -> Timestamp { spans(of: instrument).last?.since ?? startedAt }

  /// Takes a payment as it happens; one without a mark price is counted at `mark`, the price known then.
  ///
  /// - Returns: the payment as it is counted; nil when it was known.
  mutating func note(_ stamp: FundingStamp, of instrument: InstrumentID, mark: Double?) -> FundingStamp? {
    forgetSums()
    let priced = FundingStamp(time: stamp.time, rate: stamp.rate, markPrice: stamp.markPrice ?? mark)
    return record.note(priced, of: instrument) ? priced : nil
  }

  /// The payments of each perpetual that is watched; unknown where none is known.
  var payments: [InstrumentID: Reading<FundingStamps>] {
    configured.instruments.reduce(into: [:]) { payments, instrument in
      guard case .perpetual = instrument.value.kind else { return }
      payments[instrument.key] =
        record.stamps[instrument.key].flatMap { stamps in
          stamps.last.map { .known(stamps, Provenance(asOf: $0.time, source: instrument.key.venue)) }
        } ?? .unknown(UnknownReason(.notReceived, "the feed has no past funding of \(instrument.key)"))
    }
  }

  /// Sums for the legs of another configuration from now on; the payments known stay.
  mutating func watch(_ portfolio: Portfolio) {
    configured = portfolio
    forgetSums()
  }

  /// Forgets the sums, because contracts have changed, perhaps those of the past: a fill may have been taken back.
  mutating func positionsChanged() {
    forgetSums()
  }

  private mutating func forgetSums() {
    cache = nil
    version += 1
  }

  /// What each leg on a perpetual has received, in the portfolio's currency, since it was opened, or since the program
  /// started where that is not known; unknown where payments since its opening are missing.
  mutating func accrued(by decisions: [Decision], at now: Timestamp) -> [LegID: AccruedFunding] {
    if let cache, nextStamp.map({ now < $0 }) ?? true { return cache }
    nextStamp = record.next(after: now)
    var accrued: [LegID: AccruedFunding] = [:]
    for strategy in configured.strategies {
      for leg in strategy.legs {
        guard let instrument = configured.instruments[leg.instrument], case .perpetual = instrument.kind else {
          continue
        }
        let id = strategy.id(of: leg)
        accrued[id] = sum(of: leg, instrument, fills: configured.countedFills(of: id, in: decisions), now)
      }
    }
    cache = accrued
    return accrued
  }

  private func sum(
    of leg: Leg, _ instrument: Instrument, fills: [(at: Timestamp, fill: Fill)], _ now: Timestamp
  ) -> AccruedFunding {
    let opened = leg.opening(fills.first?.at) ?? startedAt
    if let missing = missing(of: instrument.id, since: opened) {
      return AccruedFunding(amount: .unknown(missing), since: opened)
    }
    let begin = FundingAccrual.Position(from: opened - .milliseconds(1), contracts: leg.contractsValue)
    let later = leg.positions(after: fills).map {
      FundingAccrual.Position(from: $0.from, contracts: $0.contracts.inexact)
    }
    let quoted = FundingAccrual.accrued(
      over: record.payments(on: instrument.id).later(than: opened), positions: [begin] + later,
      instrument: instrument, since: opened, now: now)
    return AccruedFunding(amount: converted(quoted, from: instrument.quote), since: opened)
  }

  /// Where the stamps of an instrument are complete, oldest first.
  func spans(of instrument: InstrumentID) -> [FundingSpan] {
    record.spans(of: instrument, every: interval(of: instrument))
  }

  /// Why a sum since `instant` would lack payments; nil when it would not.
  private func missing(of instrument: InstrumentID, since instant: Timestamp) -> UnknownReason? {
    guard instant < startedAt else { return nil }
    let spans = spans(of: instrument)
    guard let present = spans.last, present.since > instant else { return nil }
    let from = spans.dropLast().last.map { max($0.until, instant) } ?? instant
    return UnknownReason(
      .notReceived,
      "the funding of \(instrument) between \(from.iso8601) and \(present.since.iso8601) is not known")
  }

  /// Time between two payments, by the specification.
  private func interval(of instrument: InstrumentID) -> Duration {
    guard case .perpetual(let interval)? = configured.instruments[instrument]?.kind else { return .hours(8) }
    return interval
  }

  private func converted(_ amount: Reading<Double>, from quote: Asset) -> Reading<Double> {
    guard let rate = configured.conversionRate(of: quote) else {
      return .unknown(UnknownReason(.notConfigured, "no conversion rate of \(quote) into \(configured.currency)"))
    }
    return amount.map { $0 * rate }
  }
}

extension FundingDesk {
  /// What each leg was paid at each stamp since its opening, exact, oldest first.
  func paid(by decisions: [Decision], at now: Timestamp) -> [LegPayment] {
    configured.strategies.flatMap { strategy in
      strategy.legs.flatMap { leg -> [LegPayment] in
        guard let instrument = configured.instruments[leg.instrument], instrument.paysFunding else { return [] }
        let id = strategy.id(of: leg)
        let fills = configured.countedFills(of: id, in: decisions)
        let positions = leg.positions(after: fills)
        let opened = leg.opening(fills.first?.at) ?? startedAt
        return record.payments(on: leg.instrument).later(than: opened).prefix { $0.time <= now }.compactMap { stamp in
          let held = positions.last { $0.from < stamp.time }?.contracts ?? leg.contracts
          guard held != 0 else { return nil }
          return LegPayment(leg: id, stamp: stamp, contracts: held, instrument: instrument)
        }
      }
    }
  }

  /// The stamps of each instrument since the first opening of its legs, and where they are complete, up to the newest.
  func kept(by decisions: [Decision], at now: Timestamp) -> [KeptFunding] {
    var openings: [InstrumentID: Timestamp] = [:]
    for strategy in configured.strategies {
      for leg in strategy.legs where configured.instruments[leg.instrument]?.paysFunding == true {
        let fills = configured.countedFills(of: strategy.id(of: leg), in: decisions)
        let opened = leg.opening(fills.first?.at) ?? startedAt
        openings[leg.instrument] = min(opened, openings[leg.instrument] ?? opened)
      }
    }
    return openings.sorted { $0.key < $1.key }.compactMap { instrument, opened in
      let since = Array(record.payments(on: instrument).later(than: opened).prefix { $0.time <= now })
      guard let newest = since.last?.time else { return nil }
      let spans = spans(of: instrument).map {
        FundingSpan(since: max($0.since, opened), until: min($0.until, newest))
      }
      return KeptFunding(instrument, stamps: since, spans: spans.filter { $0.since < $0.until })
    }
  }
}

extension Leg {
  /// When the position began: as stated, or with its first fill where nothing was held before; nil when not known.
  func opening(_ firstFill: Timestamp?) -> Timestamp? { openedAt ?? (contracts == 0 ? firstFill : nil) }

  /// What is held from each of its fills on: what the configuration states now, and the fills up to then.
  ///
  /// What a fill was recorded on top of does not count: the configuration may have been edited since.
  fileprivate func positions(after fills: [(at: Timestamp, fill: Fill)]) -> [(from: Timestamp, contracts: Decimal)] {
    var held = contracts
    return fills.map { at, fill in
      held += fill.contracts
      return (at, held)
    }
  }
}

extension Portfolio {
  /// True when recorded fills change what is held in an account. In one that is read from its venue they do not: the
  /// positions read hold them already.
  func countsFills(in account: AccountID) -> Bool { !(accounts.first { $0.id == account }?.isRead ?? false) }

  /// The fills of one leg that count and have not been taken back, oldest first.
  func countedFills(of leg: LegID, in decisions: [Decision]) -> [(at: Timestamp, fill: Fill)] {
    countsFills(in: leg.account) ? decisions.fills(of: leg) : []
  }
}

extension [Decision] {
  /// The fills of one leg that have not been taken back, oldest first.
  fileprivate func fills(of leg: LegID) -> [(at: Timestamp, fill: Fill)] {
    effective.compactMap { decision in
      guard case .fill(let fill) = decision.change, fill.leg == leg else { return nil }
      return (decision.at, fill)
    }
  }
}
