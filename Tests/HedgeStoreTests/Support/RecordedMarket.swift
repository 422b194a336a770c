import Alerting
import FoundationEssentials
import HedgeAnalytics
import HedgeModel
import Journal
import MarketData

@testable import HedgeStore

/// Recorded hourly prices beside the checkout, played through a store by a clock in the test's hands.
@MainActor
enum RecordedMarket {
  nonisolated static let folder: URL = {
    var package = URL(filePath: #filePath)
    for _ in 0..<4 { package.deleteLastPathComponent() }
    return package.deletingLastPathComponent().appending(path: "shared/data/market")
  }()

  nonisolated static let files = [
    "hourly_spot_2021-04_2021-07.csv", "perp_spot_1h_2021-03_2021-07.csv", "funding_binance_2020_2022H1.csv",
  ].map { folder.appending(path: $0).path }

  nonisolated static var isPresent: Bool { files.allSatisfy { FileManager.default.fileExists(atPath: $0) } }

  nonisolated static let start = Timestamp(iso8601: "2021-05-10T00:00:00Z") ?? Book.start

  /// What the figures are at each of the instants (in hours after the start), as text.
  static func play(everyHours step: Int, to instants: [Int]) async throws -> [Int: String] {
    let feed = try ReplayFeed(configuration: ReplayConfiguration(files: files, start: start, quote: "USD"))
    let clock = ManualClock(start)
    let line = FeedLine(feed)
    let settings = StoreSettings(
      portfolio: portfolio, feeds: [feed.identity], alertPolicy: .init(), startedAt: start)
    let store = Store(state: State(settings: settings), lines: [line], journal: InMemoryJournal(), clock: clock)
    feed.start(Array(portfolio.instruments.keys).sorted(), into: line.inbox)
    feed.advance(to: start)
    for asset in ["BTC", "ETH"] {
      let request = HistoryRequest(
        instrument: InstrumentID(venue: "replay", symbol: asset), interval: .hour, count: 49, end: start)
      store.send(.historyLoaded([LoadedHistory(request: request, bars: try await feed.history(request))]))
    }
    var shown: [Int: String] = [:]
    for hour in stride(from: 0, through: instants.max() ?? 0, by: step) {
      clock.set(to: start + .hours(Double(hour)))
      store.refresh()
      if instants.contains(hour) { shown[hour] = CanonicalText.of(store.snapshot.figures) }
    }
    return shown
  }

  private static let portfolio: Portfolio = {
    func id(_ symbol: String) -> InstrumentID { InstrumentID(venue: "replay", symbol: symbol) }
    func instrument(_ symbol: String, _ asset: Asset, _ kind: Instrument.Kind) -> Instrument {
      Instrument(
        id: id(symbol), kind: kind, underlying: asset, quote: "USD", settlement: "USD", tickSize: Decimal(1) / 100,
        lotStep: Decimal(1) / 1000)
    }
    let instruments = [
      instrument("BTC", "BTC", .spot), instrument("ETH", "ETH", .spot),
      instrument("BTC-PERP", "BTC", .perpetual(fundingInterval: .hours(8))),
    ]
    let policy = HedgePolicy(
      hedgeRatio: Decimal(6) / 10, beta: BetaPolicy(lookback: 48, interval: .hour), mode: .benchmark(id("BTC-PERP")))
    let leg = Leg(
      instrument: id("BTC-PERP"), account: "main", contracts: -2, entryPrice: 57_000, leverage: 3, openedAt: start)
    return Portfolio(
      name: "Recorded", currency: "USD", benchmark: Benchmark("BTC"),
      strategies: [
        Strategy(
          name: "Core",
          holdings: [
            Holding(asset: "BTC", instrument: id("BTC"), quantity: 2),
            Holding(asset: "ETH", instrument: id("ETH"), quantity: 20),
          ], legs: [leg], policy: policy)
      ],
      accounts: [
        Account(
          id: "main", convention: .binance, balances: ["USD": 60_000], tiers: [:],
          fees: FeeSchedule(taker: 0, maker: 0))
      ],
      instruments: Dictionary(uniqueKeysWithValues: instruments.map { ($0.id, $0) }),
      spotMarkets: ["BTC": id("BTC"), "ETH": id("ETH")])
  }()
}
