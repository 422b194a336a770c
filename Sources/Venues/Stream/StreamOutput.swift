import HedgeModel
import MarketData

/// What messages of a connection meant. Reused from message to message, so that a price costs no allocation.
public struct StreamOutput: Sendable {
  /// What goes into the feed's inbox.
  public var events: [FeedEvent] = []
  /// Places in ``VenueStream/channels`` that were heard of.
  public var heard: [Int] = []
  /// Places in ``VenueStream/channels`` whose memory has a hole (a gap in the sequence, a delta before its snapshot):
  /// they are subscribed to anew, and their instruments' prices fetched meanwhile.
  public var broken: [Int] = []
  /// Messages to answer with: to a venue's own heartbeat.
  public var replies: [String] = []
  /// The venue's words for a subscription it refused, or another error it told.
  public var complaints: [String] = []
  /// Why the venue asks to connect anew; nil when it does not.
  public var reconnectReason: String?

  /// Nothing yet.
  public init() {}

  /// Forgets everything but keeps the room.
  public mutating func removeAll() {
    events.removeAll(keepingCapacity: true)
    heard.removeAll(keepingCapacity: true)
    broken.removeAll(keepingCapacity: true)
    replies.removeAll(keepingCapacity: true)
    complaints.removeAll(keepingCapacity: true)
    reconnectReason = nil
  }

  /// Adds a value of an instrument.
  public mutating func add(_ value: MarketUpdate.Value, of instrument: InstrumentID, at time: Timestamp) {
    events.append(.update(MarketUpdate(instrument: instrument, at: time, value: value)))
  }
}
