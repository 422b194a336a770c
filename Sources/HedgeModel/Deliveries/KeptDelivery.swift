/// Something that is still to be told to one channel, as it is kept in the journal until it has been.
public struct KeptDelivery: Hashable, Sendable, Identifiable {
  /// Rising number given by the journal; 0 before it is kept.
  public let id: Int64
  /// The channel's name.
  public let channel: String
  /// When it came up, by the clock of the wall.
  public let at: Timestamp
  /// What is to be told, in the words of whoever tells it. It holds no secret.
  public let content: String

  /// A delivery; see the properties.
  public init(id: Int64 = 0, channel: String, at: Timestamp, content: String) {
    self.id = id
    self.channel = channel
    self.at = at
    self.content = content
  }
}
