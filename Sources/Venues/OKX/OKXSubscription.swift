import HedgeModel

/// A channel of an instrument, or of the index that several have in common.
struct OKXSubscription: Sendable {
  let channel: OKXChannel
  /// The symbol or index it is asked for by.
  let name: String
  /// What it tells of; never empty.
  let instruments: [Instrument]

  /// As it is written in a message.
  var argument: String { #"{"channel":"\#(channel.rawValue)","instId":\#(JSONQuoting.quote(name))}"# }

  /// What serves `instruments`.
  static func all(for instruments: [Instrument]) -> [OKXSubscription] {
    var subscriptions: [OKXSubscription] = []
    for instrument in instruments {
      var channels: [OKXChannel] = [.tickers]
      if instrument.isFuture { channels.append(.mark) }
      if case .perpetual = instrument.kind { channels.append(.funding) }
      subscriptions += channels.map {
        OKXSubscription(channel: $0, name: instrument.id.symbol, instruments: [instrument])
      }
    }
    let byIndex = Dictionary(grouping: instruments.filter(\.isFuture), by: OKXMarket.index(of:))
    return subscriptions
      + byIndex.sorted { $0.key < $1.key }.map { OKXSubscription(channel: .index, name: $0.key, instruments: $0.value) }
  }
}
