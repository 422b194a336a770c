import HedgeModel
import MarketData

/// What a connection remembers: how far each channel has come, and values that the venue repeats less often than they
/// would be taken for stale.
///
/// An index that does not move comes once a minute, a funding rate every 30 to 90 seconds. Until the next is due the
/// last one is the venue's present word, so it is said again with each mark price, which comes at least every 10
/// seconds; longer than the channel's silence limit it is not.
struct OKXStreamMemory: Sendable {
  private struct Kept: Sendable {
    let value: MarketUpdate.Value
    let time: Timestamp
    var renewed: Timestamp
  }

  private let subscriptions: [OKXSubscription]
  /// Of each channel of marks, the channels of index and funding that tell of the same future.
  private let neighbours: [[Int]]
  private var times: [Timestamp?]
  private var kept: [[Kept?]]

  private static let renewal: Duration = .seconds(1)

  init(_ subscriptions: [OKXSubscription]) {
    self.subscriptions = subscriptions
    times = Array(repeating: nil, count: subscriptions.count)
    // A kept value is renewed for each instrument apart, as their marks come at different times.
    kept = subscriptions.map { Array(repeating: nil, count: $0.instruments.count) }
    var placesOf: [InstrumentID: [Int]] = [:]
    for (place, subscription) in subscriptions.enumerated() where [.index, .funding].contains(subscription.channel) {
      for instrument in subscription.instruments { placesOf[instrument.id, default: []].append(place) }
    }
    neighbours = subscriptions.map { $0.channel == .mark ? placesOf[$0.instruments[0].id] ?? [] : [] }
  }

  /// False for what was made before the newest message of the channel.
  func isNews(_ place: Int, at time: Timestamp) -> Bool { times[place].map { $0 <= time } ?? true }

  /// Notes a message of a channel.
  mutating func heard(_ place: Int, at time: Timestamp) { times[place] = time }

  /// Says a value of an index or funding channel, and keeps it; nil forgets the one before.
  mutating func keep(
    _ value: MarketUpdate.Value?, _ place: Int, at time: Timestamp, into output: inout StreamOutput
  ) {
    for (position, instrument) in subscriptions[place].instruments.enumerated() {
      kept[place][position] = value.map { Kept(value: $0, time: time, renewed: time) }
      if let value { output.add(value, of: instrument.id, at: time) }
    }
  }

  /// Says again what is kept of the future whose mark price came.
  mutating func renew(beside mark: Int, at time: Timestamp, into output: inout StreamOutput) {
    let future = subscriptions[mark].instruments[0].id
    for place in neighbours[mark] {
      let limit = subscriptions[place].channel.silenceLimit
      for position in kept[place].indices where subscriptions[place].instruments[position].id == future {
        guard let value = kept[place][position], time - value.renewed >= Self.renewal, time - value.time < limit else {
          continue
        }
        kept[place][position]?.renewed = time
        output.add(value.value, of: future, at: time)
      }
    }
  }
}
