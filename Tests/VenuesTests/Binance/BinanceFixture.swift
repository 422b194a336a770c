import FoundationEssentials
import HedgeModel
import MarketData

@testable import Venues

/// What the tests of Binance share.
enum BinanceFixture {
  static let segments = BinanceSegment.allCases
  static let now = Timestamp(milliseconds: 1_700_000_000_000)

  /// An instrument of which only the name and the kind matter.
  static func instrument(
    _ symbol: String, _ segment: BinanceSegment = .usdMargined,
    _ kind: Instrument.Kind = .perpetual(fundingInterval: .hours(8))
  ) -> Instrument {
    Instrument(
      id: InstrumentID(venue: segment.rawValue, symbol: symbol), kind: segment == .spot ? .spot : kind,
      convention: segment == .coinMargined ? .inverse : .linear, underlying: "BTC", quote: "USDT",
      settlement: segment == .coinMargined ? "BTC" : "USDT", multiplier: segment == .coinMargined ? 100 : 1,
      tickSize: 1, lotStep: 1)
  }

  static func decimal(_ text: String) -> Decimal { Decimal(exactly: text) ?? .nan }

  /// What messages to one connection mean, one after the other.
  static func output(
    _ stream: inout any VenueStream, _ messages: [String], at now: Timestamp = now
  ) throws -> StreamOutput {
    var output = StreamOutput()
    for message in messages { try stream.receive(Array(message.utf8), at: now, into: &output) }
    return output
  }

  static func updates(_ output: StreamOutput) -> [MarketUpdate] {
    output.events.compactMap { if case .update(let update) = $0 { update } else { nil } }
  }

  /// Every price an update holds.
  static func prices(_ update: MarketUpdate) -> [Double] {
    switch update.value {
    case .quote(let quote): [quote.price, quote.bid ?? 1, quote.ask ?? 1]
    case .mark(let price), .index(let price): [price]
    case .book(let book): (book.bids + book.asks).map(\.price.inexact)
    case .funding: []
    }
  }

  /// A spot, linear or inverse stream that tells of books, and one that tells of marks.
  static func streams(_ segment: BinanceSegment, _ symbols: [String]) -> [any VenueStream] {
    BinanceMarket(segment).streams(for: symbols.map { instrument($0, segment) })
  }
}
