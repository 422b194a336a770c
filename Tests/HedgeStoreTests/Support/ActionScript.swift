import FoundationEssentials
import HedgeModel
import MarketData
import SeededRandom

@testable import HedgeStore

/// Actions out of a seed: what a market, a hasty user, a clock and a failing disk may do in any order.
struct ActionScript {
  private var random: SeededGenerator
  private var now = Book.start
  private var nextID: Int64 = 1

  /// What was kept, oldest first.
  private(set) var kept: [Decision] = []

  init(seed: UInt64) {
    random = SeededGenerator(seed: seed)
  }

  /// Applies the next action and answers its effects as the journal would.
  mutating func apply(to state: inout State) {
    for effect in state.reduce(next()) {
      guard case .record(let decision) = effect else { continue }
      if chance(1, in: 8) {
        _ = state.reduce(.recordingFailed(decision, reason: "the disk is full"))
      } else {
        let numbered = Decision(id: nextID, at: decision.at, strategy: decision.strategy, change: decision.change)
        nextID += 1
        kept.append(numbered)
        _ = state.reduce(.recorded(numbered))
      }
    }
  }

  private mutating func next() -> Action {
    switch Int.random(in: 0..<16, using: &random) {
    case 0..<9: return refresh()
    case 9: return .decide(.hedgeRatio(strategy: name(), Decimal(Int.random(in: -20...150, using: &random)) / 100))
    case 10: return .decide(fill())
    case 11: return .decide(chance(1, in: 2) ? .undo(strategy: name()) : .review(strategy: name()))
    case 12: return .decide(.acknowledge(alerts: ["drift/Core", "feed/fake", ""]))
    case 13:
      return .preview(
        chance(1, in: 4)
          ? nil : HedgeRatioTrial(strategy: name(), hedgeRatio: Decimal(Int.random(in: 0...30, using: &random)) / 10))
    case 14: return history()
    default: return funding()
    }
  }

  private mutating func refresh() -> Action {
    now = now + .milliseconds(Int64.random(in: -2000...9000, using: &random))
    if chance(1, in: 40) { now = now + .days(1) }
    var contents = InboxContents()
    for instrument in Book.all where chance(3, in: 4) {
      for event in events(of: instrument) { contents.insert(event) }
    }
    if chance(1, in: 10) { contents.insert(.signal(signal())) }
    return .refresh(now: now, arrived: [FeedArrivals(feed: chance(1, in: 30) ? "other" : "fake", contents: contents)])
  }

  private mutating func events(of instrument: InstrumentID) -> [FeedEvent] {
    let at = now + .milliseconds(Int64.random(in: -12_000...1000, using: &random))
    let price = (Book.prices[instrument] ?? 1) * Double.random(in: 0.7...1.4, using: &random)
    var values: [MarketUpdate.Value] = [.mark(chance(1, in: 50) ? 0 : price), .index(price)]
    if let quote = Quote(price: price) { values.append(.quote(quote)) }
    if let rate = FundingRate(
      rate: Double.random(in: -0.001...0.001, using: &random), interval: .hours(8), nextStamp: now + .hours(1))
    {
      values.append(.funding(rate))
    }
    return values.filter { _ in chance(5, in: 6) }
      .map { .update(MarketUpdate(instrument: instrument, at: at, value: $0)) }
  }

  private mutating func signal() -> FeedSignal {
    switch Int.random(in: 0..<5, using: &random) {
    case 0: .connecting
    case 1: .connected
    case 2: .failed(message: "refused", retryAt: chance(1, in: 2) ? now + .seconds(5) : nil)
    case 3: .ended
    default: .warning("garbage")
    }
  }

  private mutating func fill() -> DecisionRequest {
    .fill(
      chance(1, in: 2) ? Book.leg : Book.inverseLeg, contracts: Decimal(Int.random(in: -30...30, using: &random)) / 10,
      price: Decimal(Int.random(in: -1...60_000, using: &random)))
  }

  private mutating func history() -> Action {
    let instrument = chance(1, in: 2) ? Book.btc : Book.eth
    let bars = (0..<Int.random(in: 0...60, using: &random)).map { _ in
      Bar(
        close: Book.start - .hours(Double(Int.random(in: -2...100, using: &random))),
        price: chance(1, in: 6) ? nil : Double.random(in: 1...100, using: &random))
    }
    let request = HistoryRequest(instrument: instrument, interval: .hour, count: bars.count, end: now)
    return bars.isEmpty
      ? .historyUnavailable(request, reason: "none") : .historyLoaded([LoadedHistory(request: request, bars: bars)])
  }

  private mutating func funding() -> Action {
    let instrument = chance(1, in: 2) ? Book.perpetual : Book.inverse
    let stamps = (0..<Int.random(in: 0...5, using: &random)).map { _ in
      FundingStamp(
        time: now - .hours(Double(Int.random(in: -8...40, using: &random))),
        rate: Double.random(in: -0.001...0.001, using: &random), markPrice: chance(1, in: 3) ? nil : 50_000)
    }
    return .fundingLoaded([LoadedFunding(instrument, since: Book.start - .days(2), stamps: stamps)])
  }

  private mutating func name() -> String { chance(1, in: 10) ? "Nobody" : Book.strategy }

  private mutating func chance(_ hits: Int, in count: Int) -> Bool {
    Int.random(in: 0..<count, using: &random) < hits
  }
}
