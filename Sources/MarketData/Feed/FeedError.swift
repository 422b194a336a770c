/// Why a feed cannot give what was asked, with the place and the remedy.
public struct FeedError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file, command or endpoint: `prices.csv:17:3`.
  public let place: String
  /// What is wrong and what would help.
  public let message: String

  /// An error; see the properties.
  public init(place: String, message: String) {
    self.place = place
    self.message = message
  }

  /// `place: message`.
  public var description: String { "\(place): \(message)" }
}
