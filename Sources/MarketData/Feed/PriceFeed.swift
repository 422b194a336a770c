import HedgeModel

/// A source of prices: an exchange, a recording, a simulation, another program.
///
/// A feed knows nothing of panels, hedges or clocks. It is told which instruments matter, puts what it learns into
/// the ``Inbox``, and is told the time by ``advance(to:)``. Feeds that make or read their own events (`simulated`,
/// `replay`) do so there, on the caller's thread, so that the same instants always give the same events; feeds with
/// a connection of their own push into the inbox from wherever they run, and may ignore it.
public protocol PriceFeed: AnyObject, Sendable {
  /// What it is called and how it behaves.
  var identity: FeedIdentity { get }

  /// The specifications of everything it can quote, where it knows them.
  ///
  /// - Throws: ``FeedError`` naming the place and the remedy.
  func instruments() async throws -> [Instrument]

  /// Closed bars of one instrument before `request.end`, oldest first, gaps as bars without a price.
  ///
  /// - Throws: ``FeedError`` when the feed has no such history.
  func history(_ request: HistoryRequest) async throws -> [Bar]

  /// Funding payments of `instrument` in (`since`, now], oldest first.
  ///
  /// - Throws: ``FeedError`` when the feed has no such history.
  func fundingHistory(of instrument: InstrumentID, since: Timestamp) async throws -> [FundingStamp]

  /// Begins to deliver events of `instruments` into `inbox`.
  func start(_ instruments: [InstrumentID], into inbox: Inbox)

  /// Names the instruments whose order books matter from now on; none ends it. What is named outlives another
  /// ``start(_:into:)``. A feed that has no order books ignores it.
  func watchDepth(of instruments: [InstrumentID])

  /// Tells the time. Called once per refresh, never with an earlier instant than before.
  func advance(to now: Timestamp)

  /// Stops for good; nothing is delivered afterwards.
  func stop()
}

extension PriceFeed {
  /// Does nothing: for feeds without order books.
  public func watchDepth(of instruments: [InstrumentID]) {}

  /// Does nothing: for feeds that push on their own.
  public func advance(to now: Timestamp) {}
}
