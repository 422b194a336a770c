import FoundationEssentials
import HedgeModel
import MarketData
import Venues

/// A made-up market whose answers are plain: what is tested against it is what all venues share.
struct TestMarket: VenueMarket {
  static let time = Endpoint(.get, "/time")
  static let listing = Endpoint(.get, "/instruments", weight: 5)
  static let present = Endpoint(.get, "/values")
  static let history = Endpoint(.get, "/bars", weight: 2)
  static let payments = Endpoint(.get, "/funding")
  static let depth = Endpoint(.get, "/book")
  static let account = Endpoint(.get, "/account", access: .signed)
  static let weight = RateLimit("test-weight", capacity: 100, per: .seconds(60))

  var limits = [Self.weight]
  var keepAlive: KeepAlive?
  var pace = StreamPace(5, per: .seconds(1))
  var life: Duration?
  /// How its instruments are told of.
  enum Streams { case one, oneEach, none }
  var streaming = Streams.one
  /// Channels of each instrument with the silence they allow.
  var silenceLimits: [String: Duration] = ["price": .seconds(10), "mark": .seconds(10)]

  var profile: VenueProfile {
    VenueProfile(
      name: "test", title: "Test Exchange", restBase: "https://rest.test", streamBase: "wss://stream.test",
      limits: limits, pace: pace, connectionLife: life)
  }

  static func instrument(_ symbol: String) -> Instrument {
    let isFuture = symbol.hasSuffix("-PERP")
    return Instrument(
      id: InstrumentID(venue: "test", symbol: symbol),
      kind: isFuture ? .perpetual(fundingInterval: .hours(8)) : .spot,
      underlying: Asset(String(symbol.split(separator: "-")[0])), quote: "USD", settlement: "USD",
      tickSize: Decimal(exactly: "0.01")!, lotStep: Decimal(exactly: "0.001")!)
  }

  func fault(in response: HTTPResponse, body: JSONValue?) -> VenueFault? {
    guard let code = body?.string("code") else { return nil }
    switch code {
    case "clock": return .clockOff("ahead of the server's time")
    case "key": return .keyRefused("unknown key \(body?.string("echo") ?? "")")
    case "symbol": return .unknownInstrument("no such symbol")
    default: return .refused(code: code, "for a reason")
    }
  }

  func usage(in response: HTTPResponse) -> [RateUsage] {
    response.header("X-Used").flatMap(Int.init).map { [RateUsage("test-weight", used: $0)] } ?? []
  }

  func serverTime(_ client: any VenueClient) async throws -> Timestamp {
    Timestamp(milliseconds: try await client.read(VenueRequest(Self.time)).needInteger("time"))
  }

  func instruments(_ client: any VenueClient) async throws -> [Instrument] {
    try await client.read(VenueRequest(Self.listing)).elements.map { Self.instrument($0.string) }
  }

  func values(of instruments: [Instrument], _ client: any VenueClient) async throws -> [MarketUpdate] {
    let symbols = instruments.map(\.id.symbol).joined(separator: ",")
    return try await client.read(VenueRequest(Self.present, ["symbols": symbols])).elements.flatMap { value in
      let id = InstrumentID(venue: "test", symbol: try value.needString("s"))
      let at = Timestamp(milliseconds: try value.needInteger("t"))
      let price = try value.needDouble("p")
      let hours = id.symbol.hasSuffix("-PERP") ? try value.double("h") : nil
      let funding = hours.flatMap { FundingRate(rate: 0.0001, interval: .hours($0), nextStamp: nil) }
      return [
        Quote(price: price).map { MarketUpdate(instrument: id, at: at, value: .quote($0)) },
        MarketUpdate(instrument: id, at: at, value: .mark(price)),
        funding.map { MarketUpdate(instrument: id, at: at, value: .funding($0)) },
      ].compactMap { $0 }
    }
  }

  func bars(
    of instrument: Instrument, _ interval: BetaPolicy.BarInterval, from start: Timestamp, to end: Timestamp,
    _ client: any VenueClient
  ) async throws -> [Bar] {
    let request = VenueRequest(
      Self.history,
      [
        "symbol": instrument.id.symbol, "interval": interval.rawValue, "from": "\(start.milliseconds)",
        "to": "\(end.milliseconds)",
      ])
    return try await client.read(request).elements.map {
      Bar(close: Timestamp(milliseconds: try $0.needInteger("t")), price: try $0.double("p"))
    }
  }

  func fundingStamps(
    of instrument: Instrument, since start: Timestamp, _ client: any VenueClient
  ) async throws -> [FundingStamp] {
    let request = VenueRequest(
      Self.payments, ["symbol": instrument.id.symbol, "since": "\(start.milliseconds)"])
    return try await client.read(request).elements.map {
      FundingStamp(
        time: Timestamp(milliseconds: try $0.needInteger("t")), rate: try $0.needDouble("r"), markPrice: nil)
    }
  }

  func book(of instrument: Instrument, _ client: any VenueClient) async throws -> OrderBook {
    _ = try await client.read(VenueRequest(Self.depth, ["symbol": instrument.id.symbol]))
    return OrderBook(bids: [.init(price: 99, quantity: 1)], asks: [.init(price: 101, quantity: 2)])!
  }

  func streams(for instruments: [Instrument]) -> [any VenueStream] {
    let groups: [[Instrument]] =
      switch streaming {
      case .one: instruments.isEmpty ? [] : [instruments]
      case .oneEach: instruments.map { [$0] }
      case .none: []
      }
    return groups.map { TestStream($0.map(\.id), keepAlive: keepAlive, silenceLimits: silenceLimits) }
  }
}
