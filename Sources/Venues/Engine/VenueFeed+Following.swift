import HedgeModel
import MarketData
import Synchronization

extension VenueFeed {
  /// Fetches bars that have closed and tells them. What the venue refuses of one series is asked for again later, and
  /// does not keep the others waiting.
  func tellBars(_ need: BarFollower.Need, in session: Int) async throws {
    guard let instrument = known(need.series.instrument) else { return }
    do {
      let bars = try await market.bars(of: instrument, need.series.interval, from: need.start, to: need.end, client)
      conclude(session) { plan, _, venueTime in
        plan.bars.received(bars, for: need, at: venueTime).map {
          .bar(need.series.instrument, need.series.interval, $0)
        }
      }
    } catch {
      try refused(error, of: instrument, in: session) { plan, until in plan.bars.postpone(need, until: until) }
    }
  }

  /// Fetches funding payments that were made and tells them.
  func tellFunding(_ need: FundingFollower.Need, in session: Int) async throws {
    guard let instrument = known(need.instrument) else { return }
    do {
      let stamps = try await market.fundingStamps(of: instrument, since: need.since, client)
      conclude(session) { plan, _, venueTime in
        plan.funding.received(stamps, for: need, at: venueTime).map { .fundingStamp(need.instrument, $0) }
      }
    } catch {
      try refused(error, of: instrument, in: session) { plan, until in plan.funding.postpone(need, until: until) }
    }
  }

  /// Fetches a book and tells it.
  func tellBook(of instrument: Instrument, in session: Int) async throws {
    do {
      let book = try await market.book(of: instrument, client)
      let watched = state.withLock { $0.depth }
      conclude(session) { _, _, venueTime in
        guard watched.contains(instrument.id) else { return [] }
        return [.update(MarketUpdate(instrument: instrument.id, at: venueTime, value: .book(book)))]
      }
    } catch {
      try refused(error, of: instrument, in: session) { _, _ in }
    }
  }

  /// The specification of an instrument: the one listed, else the one that is kept while none is.
  func known(_ id: InstrumentID) -> Instrument? {
    catalogue.known?.instruments[id] ?? state.withLock { $0.plan.instruments.first { $0.id == id } }
  }

  /// Leaves one instrument alone that the venue refuses to tell of.
  ///
  /// - Throws: the fault when it is not about this instrument.
  private func refused(
    _ error: any Error, of instrument: Instrument, in session: Int, _ postpone: (inout FeedPlan, Timestamp) -> Void
  ) throws {
    let fault = VenueFault(error)
    guard !fault.isGeneral else { throw fault }
    conclude(session) { plan, now, venueTime in
      postpone(&plan, venueTime + FeedPlan.refusedWait)
      return plan.warning("\(instrument.id.symbol): \(fault)", at: now)
    }
  }
}
