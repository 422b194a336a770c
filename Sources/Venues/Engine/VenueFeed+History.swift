import HedgeModel
import MarketData
import Synchronization

/// What is asked of a feed about the past and about its contracts.
extension VenueFeed {
  /// How many of the newest bars that history lacks are still told when they come.
  private static let mended = 3

  /// Everything the market has, by name.
  public func instruments() async throws -> [Instrument] {
    try await asking { try await self.catalogue.current().instruments.values.sorted { $0.id < $1.id } }
  }

  /// Closed bars; see ``PriceFeed/history(_:)``. What closes later is told from then on, when it is watched.
  public func history(_ request: HistoryRequest) async throws -> [Bar] {
    let bars = try await asking { try await self.bars(request) }
    follow(request, bars.last)
    return bars
  }

  /// Funding payments; see ``PriceFeed/fundingHistory(of:since:)``.
  public func fundingHistory(of instrument: InstrumentID, since: Timestamp) async throws -> [FundingStamp] {
    try await asking {
      let stamps = try await self.market.fundingStamps(
        of: try await self.specification(of: instrument), since: since, self.client)
      return stamps.filter { $0.time > since }.sorted { $0.time < $1.time }
    }
  }

  /// Maintenance-margin tiers of the futures among these, where the venue tells them to anybody.
  ///
  /// - Throws: ``FeedError`` naming the venue and the remedy.
  public func publicTiers(of instruments: [InstrumentID]) async throws -> [InstrumentID: MarginTiers] {
    try await asking {
      let known = try await self.listing().instruments
      let futures = instruments.compactMap { known[$0] }.filter(\.isFuture)
      return futures.isEmpty ? [:] : try await self.market.publicTiers(of: futures, self.client)
    }
  }

  private func bars(_ request: HistoryRequest) async throws -> [Bar] {
    let instrument = try await specification(of: request.instrument)
    guard request.count > 0 else { return [] }
    let end = BarGrid.lastClose(of: request.interval, at: min(request.end, client.now))
    let length = request.interval.duration.wholeMilliseconds
    let reach = min(Int64(request.count), max(0, end.milliseconds) / length)
    let start = end.advanced(byMilliseconds: -reach * length)
    let bars = try await market.bars(of: instrument, request.interval, from: start, to: end, client)
    let filled = BarGrid.filled(bars, every: request.interval, after: start, through: end)
    // Before the first price the market was not there; after the last it has not told yet.
    guard let first = filled.firstIndex(where: { $0.price != nil }),
      let last = filled.lastIndex(where: { $0.price != nil })
    else { return [] }
    return Array(filled[first...last])
  }

  private func follow(_ request: HistoryRequest, _ last: Bar?) {
    let venueTime = clock.now
    let now = BarGrid.lastClose(of: request.interval, at: venueTime)
    guard let last, request.end + request.interval.duration > venueTime else { return }
    let earliest = now - request.interval.duration * Self.mended
    let series = BarFollower.Series(instrument: request.instrument, interval: request.interval)
    state.withLock { state in
      guard state.plan.wanted.contains(request.instrument) else { return }
      state.plan.bars.follow(series, after: max(last.close, earliest))
    }
  }

  private func listing() async throws -> InstrumentCatalogue.Listing {
    if let known = catalogue.known { return known }
    return try await catalogue.current()
  }

  private func specification(of id: InstrumentID) async throws -> Instrument {
    guard let instrument = try await listing().instruments[id] ?? known(id) else {
      throw VenueFault.unknownInstrument("\(id.symbol.prefix(40))")
    }
    return instrument
  }

  private func asking<Value: Sendable>(_ question: @Sendable () async throws -> Value) async throws -> Value {
    do {
      return try await question()
    } catch {
      throw FeedError(place: market.profile.title, message: Redaction(nil).clean(VenueFault(error).description))
    }
  }
}
