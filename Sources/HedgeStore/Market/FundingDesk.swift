import HedgeAnalytics
import HedgeModel

/// The funding payments of the legs' instruments, and what each leg has received of them.
struct FundingDesk: Sendable {
  private let startedAt: Timestamp
  private var configured: Portfolio
  /// What is known of the payments.
  private(set) var record = FundingRecord()
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
  }

  /// Takes past payments, as many as there are: what a leg has received counts from its opening all the same.
  ///
  /// - Returns: whether the payments of the instrument are known further back than before.
  mutating func load(_ loaded: LoadedFunding) -> Bool {
    cache = nil
    record.note(loaded.stamps, of: loaded.instrument)
    return record.complete(loaded.instrument, since: loaded.since)
  }

  /// Takes a payment as it happens; one without a mark price is counted at `mark`, the price known then.
  ///
  /// - Returns: the payment as it is counted; nil when it was known.
  mutating func note(_ stamp: FundingStamp, of instrument: InstrumentID, mark: Double?) -> FundingStamp? {
    cache = nil
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
    cache = nil
  }

  /// Forgets the sums, because contracts have changed, perhaps those of the past: a fill may have been taken back.
  mutating func positionsChanged() {
    cache = nil
  }

  /// What each leg on a perpetual has received, in the portfolio's currency, since it was opened, or since the
  /// program started where no history is to be had.
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
        accrued[id] = sum(of: leg, id, instrument, fills: decisions.fills(of: id), now)
      }
    }
    cache = accrued
    return accrued
  }

  private func sum(
    of leg: Leg, _ id: LegID, _ instrument: Instrument, fills: [(at: Timestamp, fill: Fill)], _ now: Timestamp
  ) -> AccruedFunding {
    let opened = leg.openedAt ?? startedAt
    let since = max(opened, record.completeSince(instrument.id) ?? startedAt)
    let begin = FundingAccrual.Position(from: opened - .milliseconds(1), contracts: leg.contractsValue)
    let later = fills.map { FundingAccrual.Position(from: $0.at, contracts: $0.fill.newContracts.inexact) }
    let quoted = FundingAccrual.accrued(
      over: record.payments(on: instrument.id).later(than: since), positions: [begin] + later, instrument: instrument,
      since: since, now: now)
    return AccruedFunding(amount: converted(quoted, from: instrument.quote), since: since)
  }

  private func converted(_ amount: Reading<Double>, from quote: Asset) -> Reading<Double> {
    guard let rate = configured.conversionRate(of: quote) else {
      return .unknown(UnknownReason(.notConfigured, "no conversion rate of \(quote) into \(configured.currency)"))
    }
    return amount.map { $0 * rate }
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
