import FoundationEssentials
import HedgeModel

@testable import MarketData

/// Headers and entries out of a seed, with everything a feed may tell and the numbers that are hardest to keep.
struct RandomRecording {
  static let start = Timestamp(milliseconds: 1_700_000_000_000)
  private static let words = [
    "", "refused", "a \"quoted\" \\ word", "tab\tfeed\nbell\u{7}\u{7F}", "naïve 漢字 🚀", "\u{2028}",
  ]

  private var random: SplitMix64

  init(seed: UInt64) {
    random = SplitMix64(seed: seed)
  }

  mutating func header() -> RecordingHeader {
    let instruments = (0..<Int.random(in: 0...5, using: &random)).map { specification($0) }
    let tiers = MarginTiers(
      rule: .marginal,
      tiers: [
        .init(floor: 0, maintenanceRate: Decimal(4) / 1000, maximumLeverage: 125),
        .init(floor: decimal() + 1, maintenanceRate: Decimal(1) / 3),
      ], growthPerCoin: decimal(), source: word())
    return RecordingHeader(
      program: word(), start: Self.start, spotVenue: "one", spotQuote: chance() ? "USD" : nil,
      feeds: [
        FeedIdentity(name: "one", label: word(), isLive: chance(), staleAfter: .seconds(30), givesDepth: chance()),
        FeedIdentity(name: "two", label: "TWO", isLive: chance(), staleAfter: .milliseconds(1)),
      ], instruments: instruments,
      tiers: instruments.first.flatMap { first in tiers.map { [first.id: $0] } } ?? [:])
  }

  mutating func entry(at time: Timestamp = start) -> RecordingEntry {
    RecordingEntry(at: time, feed: chance() ? "one" : "two", content: content())
  }

  private mutating func content() -> RecordingEntry.Content {
    let request = HistoryRequest(
      instrument: instrument(), interval: chance() ? .hour : .day, count: Int.random(in: 0...999, using: &random),
      end: instant())
    let reason = FeedError(place: word(), message: word())
    switch Int.random(in: 0..<8, using: &random) {
    case 0: return .bars(request, several { Bar(close: $0.instant(), price: $0.optional()) })
    case 1: return .noBars(request, reason)
    case 2:
      return .payments(
        instrument(), since: instant(),
        several { FundingStamp(time: $0.instant(), rate: $0.number(), markPrice: $0.optional()) })
    case 3: return .noPayments(instrument(), since: instant(), reason)
    default: return .events(several { $0.event() })
    }
  }

  mutating func event() -> FeedEvent {
    let value: MarketUpdate.Value
    switch Int.random(in: 0..<8, using: &random) {
    case 0: value = quote()
    case 1: value = .mark(number())
    case 2: value = .index(number())
    case 3:
      value =
        FundingRate(
          rate: number(), interval: .milliseconds(Int64.random(in: 1...100_000_000, using: &random)),
          nextStamp: chance() ? instant() : nil
        ).map { .funding($0) } ?? quote()
    case 4: value = book().map { .book($0) } ?? quote()
    case 5: return .bar(instrument(), chance() ? .hour : .day, Bar(close: instant(), price: optional()))
    case 6: return .fundingStamp(instrument(), FundingStamp(time: instant(), rate: number(), markPrice: optional()))
    default: return .signal(signal())
    }
    return .update(MarketUpdate(instrument: instrument(), at: instant(), value: value))
  }

  private mutating func quote() -> MarketUpdate.Value {
    let positive = { (number: Double) in min(max(abs(number), .leastNonzeroMagnitude), .greatestFiniteMagnitude) }
    return Quote(price: positive(number()), bid: optional().map(positive), ask: optional().map(positive))
      .map { .quote($0) } ?? .mark(number())
  }

  private mutating func book() -> OrderBook? {
    let middle = abs(decimal()) + 1
    let step = middle / 1000
    return OrderBook(
      bids: (0..<Int.random(in: 0...3, using: &random)).map {
        .init(price: middle - step * Decimal($0 + 1), quantity: abs(decimal()) + 1)
      },
      asks: (0..<Int.random(in: 0...3, using: &random)).map {
        .init(price: middle + step * Decimal($0 + 1), quantity: abs(decimal()) + 1)
      })
  }

  private mutating func signal() -> FeedSignal {
    switch Int.random(in: 0..<5, using: &random) {
    case 0: .connecting
    case 1: .connected
    case 2: .failed(message: word(), retryAt: chance() ? instant() : nil)
    case 3: .ended
    default: .warning(word())
    }
  }

  private mutating func specification(_ index: Int) -> Instrument {
    let kinds: [Instrument.Kind] = [
      .spot, .perpetual(fundingInterval: .hours(8)), .dated(expiry: instant()),
    ]
    return Instrument(
      id: InstrumentID(venue: "one", symbol: "币-\(index):\"x\""), kind: kinds[index % 3],
      convention: chance() ? .linear : .inverse, underlying: "BTC", quote: "USDT", settlement: "USDT",
      multiplier: abs(decimal()) + 1, tickSize: abs(decimal()) + 1, lotStep: Decimal(1) / 3,
      minimumQuantity: decimal(), minimumNotional: decimal())
  }

  private mutating func instrument() -> InstrumentID {
    InstrumentID(venue: chance() ? "one" : "two", symbol: chance() ? "BTC-PERP" : "币:安")
  }

  /// Any double that is a number, from the smallest to the largest.
  private mutating func number() -> Double {
    let edges: [Double] = [0, -0.0, 0.1, .leastNonzeroMagnitude, -1.7976931348623157e308, 1e16, 123_456.789, 1 / 3]
    if chance() { return edges[Int.random(in: 0..<edges.count, using: &random)] }
    let any = Double(bitPattern: random.next())
    return any.isFinite ? any : 1
  }

  private mutating func optional() -> Double? { chance() ? number() : nil }

  private mutating func decimal() -> Decimal {
    let digits = Decimal(Int.random(in: -999_999_999...999_999_999, using: &random))
    return digits / Decimal(chance() ? 100_000_000 : 7)
  }

  private mutating func instant() -> Timestamp {
    Timestamp(milliseconds: Int64.random(in: -62_000_000_000_000...253_000_000_000_000, using: &random))
  }

  private mutating func word() -> String { Self.words[Int.random(in: 0..<Self.words.count, using: &random)] }

  private mutating func several<Element>(_ element: (inout Self) -> Element) -> [Element] {
    (0..<Int.random(in: 0...6, using: &random)).map { _ in element(&self) }
  }

  private mutating func chance() -> Bool { Bool.random(using: &random) }
}
