import FoundationEssentials
import HedgeModel
import MarketData
import SeededRandom
import Testing

@testable import HedgeStore

@Suite("A recorded session")
@MainActor
struct RecordingTests {
  @Test("on the simulated market, played at the same instants, gives the same snapshots byte for byte")
  func simulated() async throws {
    let start = Book.start
    let market = SimulatedFeed(configuration: SimulatedConfiguration(seed: 11, start: start, speed: 60))
    let portfolio = try await Self.portfolio(on: [market], coins: ["BTC", "ETH"], perpetuals: ["BTC-PERP"])
    // Hours pass, so that bars close and funding is paid; the tickets are looked at for a while, which brings books.
    let result = try await RecordedSession.recordedAndPlayed(
      portfolio, feeds: [market], at: start, instants: (1...40).map { start + .minutes(Double(21 * $0)) }
    ) { index, store in
      if index == 8 { store.send(.study([.ticket])) }
      if index == 24 { store.send(.study([])) }
      if index == 32 { store.send(.preview(HedgeRatioTrial(strategy: Book.strategy, hedgeRatio: 1))) }
    }
    expectSame(result)
    for word in ["\"quote\"", "\"funding\"", "\"book\"", "\"bar\"", "\"stamp\"", "\"closes\"", "\"payments\""] {
      #expect(String(decoding: result.bytes, as: UTF8.self).contains(word), "\(word) was never recorded")
    }
    #expect(result.recorded.last?.contains("inBand") == true || result.recorded.last?.contains("breach") == true)
  }

  @Test("on two venues that say anything at any time gives the same snapshots byte for byte", arguments: 0..<8)
  func anything(seed: UInt64) async throws {
    let portfolio = Self.book(acrossVenues: ["spot", "futures"])
    let ids = Array(portfolio.instruments.keys).sorted()
    var random = SeededGenerator(seed: seed)
    var now = Book.start
    let instants = (0..<30).map { _ in
      now = now + .milliseconds(Int64.random(in: 1...9000, using: &random))
      return now
    }
    let feeds = [RandomFeed("spot", ids, seed: seed), RandomFeed("futures", ids, seed: seed &+ 99)]
    let result = try await RecordedSession.recordedAndPlayed(
      portfolio, feeds: feeds, at: Book.start, instants: instants
    ) { index, store in
      if index == 5 { store.send(.study([.ticket])) }
      if index == 15 { store.send(.decide(.hedgeRatio(strategy: Book.strategy, Decimal(index) / 100))) }
    }
    expectSame(result)
  }

  private func expectSame(_ result: (recorded: [String], played: [String], bytes: [UInt8])) {
    let pairs = zip(result.recorded, result.played).enumerated()
    guard let different = pairs.first(where: { $0.element.0 != $0.element.1 }) else { return }
    let (first, second) = different.element
    let place = zip(first, second).prefix { $0.0 == $0.1 }.count
    let near = { (text: String) in String(text.dropFirst(max(0, place - 150)).prefix(300)) }
    Issue.record("snapshot \(different.offset) differs:\n\(near(first))\n\(near(second))")
  }

  /// The book of ``Book`` with coins on one venue and futures on the other.
  private static func book(acrossVenues venues: [String]) -> Portfolio {
    let portfolio = Book.portfolio(inverseContracts: -5, overrides: [:])
    func moved(_ id: InstrumentID) -> InstrumentID {
      InstrumentID(venue: id == Book.btc || id == Book.eth ? venues[0] : venues[1], symbol: id.symbol)
    }
    let strategy = portfolio.strategies[0]
    let policy = HedgePolicy(
      hedgeRatio: Book.exactRatio, beta: BetaPolicy(lookback: 30, interval: .hour),
      mode: .benchmark(moved(Book.perpetual)))
    let legs = strategy.legs.map {
      Leg(
        instrument: moved($0.instrument), account: $0.account, contracts: $0.contracts, entryPrice: $0.entryPrice,
        leverage: $0.leverage, openedAt: Book.start - .days(3))
    }
    return Portfolio(
      name: portfolio.name, currency: portfolio.currency, benchmark: portfolio.benchmark,
      strategies: [
        Strategy(
          name: strategy.name,
          holdings: strategy.holdings.map {
            Holding(asset: $0.asset, instrument: moved($0.instrument), quantity: $0.quantity)
          }, legs: legs, policy: policy)
      ], accounts: portfolio.accounts,
      instruments: Dictionary(
        uniqueKeysWithValues: portfolio.instruments.values.map { (moved($0.id), $0.moved(to: moved($0.id))) }),
      spotMarkets: portfolio.spotMarkets.mapValues(moved))
  }

  private static func portfolio(
    on feeds: [any PriceFeed], coins: [String], perpetuals: [String]
  ) async throws -> Portfolio {
    let listed = try await feeds[0].instruments()
    let wanted = listed.filter { (coins + perpetuals).contains($0.id.symbol) }
    func id(_ symbol: String) -> InstrumentID { InstrumentID(venue: feeds[0].identity.name, symbol: symbol) }
    let legs = perpetuals.map {
      Leg(
        instrument: id($0), account: Book.account, contracts: -2, entryPrice: 50_000, leverage: 5,
        openedAt: Book.start - .days(2))
    }
    let policy = HedgePolicy(
      hedgeRatio: Book.exactRatio, beta: BetaPolicy(lookback: 30, interval: .hour), mode: .benchmark(id(perpetuals[0])))
    return Portfolio(
      name: "Book", currency: "USD", benchmark: Benchmark("BTC"),
      strategies: [
        Strategy(
          name: Book.strategy,
          holdings: coins.map { Holding(asset: Asset($0), instrument: id($0), quantity: 3) }, legs: legs, policy: policy
        )
      ], accounts: Book.portfolio().accounts,
      instruments: Dictionary(uniqueKeysWithValues: wanted.map { ($0.id, $0) }),
      spotMarkets: Dictionary(uniqueKeysWithValues: coins.map { (Asset($0), id($0)) }))
  }
}

extension Instrument {
  /// The same contract under another name.
  fileprivate func moved(to id: InstrumentID) -> Instrument {
    Instrument(
      id: id, kind: kind, convention: convention, underlying: underlying, quote: quote, settlement: settlement,
      multiplier: multiplier, tickSize: tickSize, lotStep: lotStep, minimumQuantity: minimumQuantity,
      minimumNotional: minimumNotional)
  }
}

extension Duration {
  fileprivate static func minutes(_ count: Double) -> Duration { .milliseconds(Int64(count * 60_000)) }
}
