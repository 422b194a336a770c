import HedgeModel
import MarketData
import Venues

/// The stream of a ``TestMarket``. Messages are `{"c":0,"p":100.5,"t":1700000000000}`: channel, price, time; further
/// `{"broken":0}`, `{"beat":true}`, `{"error":"words"}`, `{"again":"reason"}` and `{"c":1,"rate":0.0001,"next":…}`.
struct TestStream: VenueStream {
  let url = "wss://stream.test:9443/ws"
  let channels: [StreamChannel]
  let keepAlive: KeepAlive?
  private var fundingIntervals: [InstrumentID: Duration] = [:]

  init(_ instruments: [InstrumentID], keepAlive: KeepAlive?, silenceLimits: [String: Duration]) {
    self.keepAlive = keepAlive
    channels = instruments.flatMap { id in
      ["price", "mark"].map { StreamChannel("\(id.symbol)@\($0)", of: id, silenceLimit: silenceLimits[$0]) }
    }
  }

  mutating func greeting(at now: Timestamp) -> [String] { channels.map { "subscribe \($0.name)" } }

  mutating func resubscription(of places: [Int], at now: Timestamp) -> [String] {
    places.map { "resubscribe \(channels[$0].name)" }
  }

  mutating func receive(
    _ message: [UInt8], at now: Timestamp, into output: inout StreamOutput
  ) throws(DecodingFault) {
    let value = try JSONText(message).root
    if let place = try value.integer("broken") { output.broken.append(Int(place)) }
    if try value.flag("beat") ?? false { output.replies.append("alive") }
    if let words = value.string("error") { output.complaints.append(words) }
    output.reconnectReason = value.string("again")
    guard let place = try value.integer("c"), channels.indices.contains(Int(place)) else { return }
    let channel = channels[Int(place)]
    guard let instrument = channel.instrument else { return }
    output.heard.append(Int(place))
    let at = try value.milliseconds("t") ?? now
    if let rate = try value.double("rate") {
      let next = try value.milliseconds("next")
      if let funding = FundingRate(
        rate: rate, interval: fundingIntervals[instrument] ?? .hours(8), nextStamp: next)
      {
        output.add(.funding(funding), of: instrument, at: at)
      }
    }
    guard let price = try value.double("p"), price > 0 else { return }
    if channel.name.hasSuffix("mark") {
      output.add(.mark(price), of: instrument, at: at)
    } else if let quote = Quote(price: price) {
      output.add(.quote(quote), of: instrument, at: at)
    }
  }

  mutating func learn(fundingInterval: Duration, of instrument: InstrumentID) {
    fundingIntervals[instrument] = fundingInterval
  }
}
