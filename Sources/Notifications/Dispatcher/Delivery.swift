import HedgeModel

/// A notice on its way to one channel.
public struct Delivery: Hashable, Sendable, Identifiable {
  /// Its number in the journal; 0 when it is not kept there.
  public let id: Int64
  /// The channel's name.
  public let channel: String
  /// When it came up, by the clock of the wall.
  public let at: Timestamp
  /// What is to be told.
  public let notice: Notice

  /// A delivery; see the properties.
  public init(id: Int64 = 0, channel: String, at: Timestamp, notice: Notice) {
    self.id = id
    self.channel = channel
    self.at = at
    self.notice = notice
  }

  /// How it is kept in the journal.
  public var kept: KeptDelivery { KeptDelivery(id: id, channel: channel, at: at, content: notice.content) }

  /// The delivery that was kept; nil when it is not understood.
  public init?(_ kept: KeptDelivery) {
    guard let notice = Notice(content: kept.content) else { return nil }
    self.init(id: kept.id, channel: kept.channel, at: kept.at, notice: notice)
  }
}
