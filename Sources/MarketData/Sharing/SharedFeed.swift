import HedgeModel

/// One portfolio's part in a feed that several share: the same feed to whoever has it, of which it is told what it asked
/// for.
public final class SharedFeed: PriceFeed {
  private let hub: FeedHub

  init(_ hub: FeedHub) {
    self.hub = hub
  }

  /// Of the feed that is shared.
  public var identity: FeedIdentity { hub.feed.identity }

  /// Of the feed that is shared.
  public func instruments() async throws -> [Instrument] { try await hub.feed.instruments() }

  /// Of the feed that is shared.
  public func history(_ request: HistoryRequest) async throws -> [Bar] { try await hub.feed.history(request) }

  /// Of the feed that is shared.
  public func fundingHistory(of instrument: InstrumentID, since: Timestamp) async throws -> [FundingStamp] {
    try await hub.feed.fundingHistory(of: instrument, since: since)
  }

  /// Begins to deliver. The feed begins anew only where these instruments are more than it delivers already.
  public func start(_ instruments: [InstrumentID], into inbox: Inbox) {
    hub.start(ObjectIdentifier(self), instruments, into: inbox)
  }

  /// Names the instruments whose order books matter here; those that matter to others go on to come.
  public func watchDepth(of instruments: [InstrumentID]) { hub.watchDepth(ObjectIdentifier(self), of: instruments) }

  /// Tells the feed the time, and hands what has come to everybody whom it concerns.
  public func advance(to now: Timestamp) { hub.advance(to: now) }

  /// Takes no more part; the feed stops with the last.
  public func stop() { hub.stop(ObjectIdentifier(self)) }
}
