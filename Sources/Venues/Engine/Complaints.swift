import HedgeModel

/// Says the same thing once in ten minutes: a venue that is wrong is wrong a thousand times a second.
struct Complaints: Sendable {
  private static let interval = Duration.seconds(600)
  private static let most = 64
  private static let longest = 200

  private var said: [String: Timestamp] = [:]

  /// The words to say, shortened; nil when they were said lately.
  mutating func take(_ words: String, at now: Timestamp) -> String? {
    let words = words.count > Self.longest ? words.prefix(Self.longest) + "…" : words
    if let last = said[words], now - last < Self.interval { return nil }
    if said.count >= Self.most { said = said.filter { now - $0.value < Self.interval } }
    guard said.count < Self.most else { return nil }
    said[words] = now
    return words
  }
}
