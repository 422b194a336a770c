import FoundationEssentials
import HedgeModel
import MarketData
import SeededRandom
import Synchronization

/// A feed that tells anything about its instruments at any time, out of a seed: values early, late and of no use, bars,
/// payments, and all it may say of itself.
final class RandomFeed: PriceFeed {
  let identity: FeedIdentity
  private let instruments: [InstrumentID]
  private let state: Mutex<State>

  private struct State {
    var random: SeededGenerator
    var inbox: Inbox?
  }

  init(_ name: String, _ instruments: [InstrumentID], seed: UInt64) {
    identity = FeedIdentity(
      name: name, label: name.uppercased(), isLive: true, staleAfter: .seconds(8), givesDepth: seed % 2 == 0)
    self.instruments = instruments.filter { $0.venue == name }
    state = Mutex(State(random: SeededGenerator(seed: seed)))
  }

  func instruments() async throws -> [Instrument] { [] }

  func history(_ request: HistoryRequest) async throws -> [Bar] {
    try state.withLock { state in
      guard Bool.random(using: &state.random) else { throw FeedError(place: identity.name, message: "has no bars") }
      return (0..<request.count).map { index in
        let close =
          request.end - .milliseconds(request.interval.duration.wholeMilliseconds * Int64(request.count - index))
        let price = Double.random(in: 90...110, using: &state.random)
        return Bar(close: close, price: Int.random(in: 0..<9, using: &state.random) == 0 ? nil : price)
      }
    }
  }

  func fundingHistory(of instrument: InstrumentID, since: Timestamp) async throws -> [FundingStamp] {
    state.withLock { state in
      (0..<20).map { index in
        FundingStamp(
          time: since + .days(18 * Double(index) + 1), rate: Double.random(in: -0.001...0.001, using: &state.random),
          markPrice: Bool.random(using: &state.random) ? nil : 100)
      }
    }
  }

  func start(_ instruments: [InstrumentID], into inbox: Inbox) {
    state.withLock { $0.inbox = inbox }
    inbox.post(.signal(.connecting))
  }

  func advance(to now: Timestamp) {
    state.withLock { state in
      for _ in 0..<Int.random(in: 0...12, using: &state.random) {
        state.inbox?.post(event(at: now, &state.random))
      }
    }
  }

  func stop() { state.withLock { $0.inbox = nil } }

  private func event(at now: Timestamp, _ random: inout SeededGenerator) -> FeedEvent {
    let instrument = instruments[Int.random(in: 0..<instruments.count, using: &random)]
    let at = now + .milliseconds(Int64.random(in: -15_000...2000, using: &random))
    let price = Double.random(in: 1...60_000, using: &random)
    let value: MarketUpdate.Value
    switch Int.random(in: 0..<14, using: &random) {
    case 0...4: value = Quote(price: price, bid: price * 0.999, ask: price * 1.001).map { .quote($0) } ?? .mark(price)
    case 5...6: value = .mark(Int.random(in: 0..<30, using: &random) == 0 ? 0 : price)
    case 7: value = .index(price)
    case 8:
      let rate = FundingRate(
        rate: Double.random(in: -0.01...0.01, using: &random), interval: .hours(8), nextStamp: now + .hours(1))
      value = rate.map { .funding($0) } ?? .mark(price)
    case 9: value = book(Decimal(price)).map { .book($0) } ?? .mark(price)
    case 10: return .bar(instrument, .hour, Bar(close: at, price: price))
    case 11: return .fundingStamp(instrument, FundingStamp(time: at, rate: 1e-4 / 3, markPrice: price))
    default: return .signal(signal(now, &random))
    }
    return .update(MarketUpdate(instrument: instrument, at: at, value: value))
  }

  private func book(_ price: Decimal) -> OrderBook? {
    OrderBook(
      bids: [.init(price: price - 1 / 3, quantity: 100)],
      asks: [.init(price: price + 1, quantity: Decimal(1) / 7), .init(price: price + 2, quantity: 100)])
  }

  private func signal(_ now: Timestamp, _ random: inout SeededGenerator) -> FeedSignal {
    switch Int.random(in: 0..<5, using: &random) {
    case 0: .connecting
    case 1...2: .connected
    case 3: .failed(message: "refused \u{1B}[2J \"twice\"", retryAt: Bool.random(using: &random) ? now : nil)
    default: .warning("garbage\n")
    }
  }
}
