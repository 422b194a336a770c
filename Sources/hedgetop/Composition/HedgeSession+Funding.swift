import HedgeModel
import HedgeStore
import MarketData

extension HedgeSession {
  /// Past funding of every perpetual a portfolio has a leg in, since `since`; unknown with the feed's words where it
  /// has none.
  func pastFunding(of portfolio: Portfolio, since: Timestamp) async -> [InstrumentID: Reading<FundingStamps>] {
    var past: [InstrumentID: Reading<FundingStamps>] = [:]
    for id in Set(portfolio.strategies.flatMap { $0.legs.map(\.instrument) }).sorted() {
      guard case .perpetual = portfolio.instruments[id]?.kind else { continue }
      past[id] = await pastFunding(of: id, since: since)
    }
    return past
  }

  private func pastFunding(of instrument: InstrumentID, since: Timestamp) async -> Reading<FundingStamps> {
    do {
      let feed = try connection.feed(of: instrument)
      let stamps = try await feed.fundingHistory(of: instrument, since: since)
      guard let last = stamps.last else {
        return .unknown(UnknownReason(.notReceived, "the feed has no past funding of \(instrument)"))
      }
      return .known(FundingStamps(stamps), Provenance(asOf: last.time, source: feed.identity.name))
    } catch {
      return .unknown(UnknownReason(.notReceived, String(describing: error)))
    }
  }
}

extension HedgeSession {
  /// Takes what an earlier start of the program has kept of funding, so that what no feed tells any more is not lost.
  func recallFunding() async {
    guard let memory = journal as? any FundingMemory else { return }
    do {
      let kept = try await Task.detached { try memory.funding() }.value
      let live = Set(connection.feeds.map(\.identity).filter(\.isLive).map(\.name))
      let loaded = kept.filter { live.contains($0.instrument.venue) }.flatMap(\.loaded)
      if !loaded.isEmpty { store.send(.fundingLoaded(loaded)) }
    } catch {
      store.send(.notice("kept funding was not read: \(error)"))
    }
  }
}

extension KeptFunding {
  /// As what was loaded: each span with the stamps in it, and what is known beside them.
  fileprivate var loaded: [LoadedFunding] {
    let spans = spans.map { span in
      LoadedFunding(
        instrument, since: span.since, until: span.until,
        stamps: stamps.filter { $0.time > span.since && $0.time <= span.until })
    }
    let inside = Set(spans.flatMap(\.stamps))
    let beside = stamps.filter { !inside.contains($0) }.map {
      LoadedFunding(instrument, since: $0.time, until: $0.time, stamps: [$0])
    }
    return spans + beside
  }
}
