/// The channels that are subscribed to, by their names on the wire.
enum OKXChannel: String, Hashable, Sendable, CaseIterable {
  case tickers
  case mark = "mark-price"
  case index = "index-tickers"
  case funding = "funding-rate"

  /// The channel a message is of; nil for another.
  init?(_ name: JSONValue) {
    if name.equals("tickers") {
      self = .tickers
    } else if name.equals("mark-price") {
      self = .mark
    } else if name.equals("index-tickers") {
      self = .index
    } else if name.equals("funding-rate") {
      self = .funding
    } else {
      return nil
    }
  }

  /// Longer than the venue documents between two messages: a mark comes every 10 seconds at the latest, an index every
  /// minute, funding every 30 to 90 seconds. Tickers tell changes only; a quiet market is asked for after a while, as
  /// nothing tells it from a dead channel.
  var silenceLimit: Duration {
    switch self {
    case .tickers: .seconds(15)
    case .mark: .seconds(25)
    case .index: .seconds(75)
    case .funding: .seconds(120)
    }
  }
}
