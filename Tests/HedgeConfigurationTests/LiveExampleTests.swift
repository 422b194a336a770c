import FoundationEssentials
import HedgeConfiguration
import HedgeModel
import Testing

@Suite("The example for exchanges")
struct LiveExampleTests {
  private static let text = ExampleConfiguration.live

  private static func spot(_ asset: Asset) -> Instrument {
    Instrument(
      id: InstrumentID(venue: "coinbase", symbol: "\(asset)-USD"), kind: .spot, underlying: asset, quote: "USD",
      settlement: "USD", tickSize: 1, lotStep: 1)
  }

  private static func perpetual(_ venue: String, _ symbol: String, _ asset: Asset, _ quote: Asset) -> Instrument {
    Instrument(
      id: InstrumentID(venue: venue, symbol: symbol), kind: .perpetual(fundingInterval: .hours(8)), underlying: asset,
      quote: quote, settlement: quote, tickSize: 1, lotStep: Decimal(1) / 1000)
  }

  private static let bitcoin = perpetual("binance-usdm", "BTCUSDT", "BTC", "USDT")
  private static let ether = perpetual("hyperliquid", "ETH", "ETH", "USDC")

  private static func snapshot(_ future: Instrument, _ contracts: Decimal, _ cash: Asset) -> AccountSnapshot {
    AccountSnapshot(
      at: testNow, balances: [cash: 50_000],
      positions: [AccountPosition(instrument: future.id, contracts: contracts, entryPrice: 60_000, leverage: 5)])
  }

  private static func live(accounts: Bool) -> LiveFacts {
    LiveFacts(
      venues: ["binance-usdm", "coinbase", "hyperliquid", "okx"],
      accountVenues: ["binance-usdm", "hyperliquid", "okx"],
      instruments: [spot("BTC"), spot("ETH"), bitcoin, ether],
      accounts: accounts
        ? ["binance": snapshot(bitcoin, -1.2, "USDT"), "hyperliquid": snapshot(ether, -16, "USDC")] : [:],
      awaitsTiers: true)
  }

  private static func parse(_ live: LiveFacts, _ text: String = text) throws -> Configuration {
    try Configuration.parse(text, file: "live.toml", folder: "/etc/hedge", now: testNow, live: live)
  }

  @Test("is sound once its accounts are read, and draws no warning")
  func isSound() throws {
    let configuration = try Self.parse(Self.live(accounts: true))
    #expect(configuration.warnings == [])
    let portfolio = configuration.portfolio
    #expect(portfolio.strategies.map { $0.legs.map(\.instrument) } == [[Self.bitcoin.id], [Self.ether.id]])
    #expect(portfolio.strategies.flatMap(\.holdings).map(\.instrument.venue) == ["coinbase", "coinbase"])
    #expect(portfolio.conversionRates.keys.sorted() == ["USDC", "USDT"])
    #expect(portfolio.conversionRates.values.allSatisfy { $0 != 1 }, "a stablecoin is never taken to be 1")
    #expect(configuration.accountSources.first?.proof == .file("/etc/hedge/binance.key"))
    guard case .venues(let feed) = configuration.feed else {
      Issue.record("not on exchanges")
      return
    }
    #expect(feed.spotVenue == "coinbase" && feed.quote == "USD")
  }

  @Test("without its accounts is sound as well, with positions that are still to be read")
  func unread() throws {
    let configuration = try Self.parse(Self.live(accounts: false))
    let isUnread = configuration.portfolio.strategies.flatMap(\.legs).map(\.isUnread)
    #expect(isUnread == [true, false, true], "what hedges is there to be traded, in the account it is read from")
    #expect(configuration.portfolio.strategies[0].legs.map(\.account) == ["binance", "binance"])
    #expect(configuration.warnings.allSatisfy { $0.message.contains("read from its venue when the program runs") })
  }

  @Test("shows the hosts of OKX for other regions, which are taken as they stand")
  func hosts() throws {
    let lines = Self.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let begin = try #require(lines.firstIndex(of: "# [[venue]]"))
    let shown = lines[begin...].prefix { $0.hasPrefix("#") }.map { $0.dropFirst(2) }
    #expect(shown.count == 4)
    let text = lines.joined(separator: "\n") + "\n" + shown.joined(separator: "\n")
    let hosts = try Self.parse(Self.live(accounts: true), text).venueHosts
    #expect(
      hosts == [VenueHosts(venue: "okx", rest: "https://eea.okx.com", stream: "wss://wseea.okx.com:8443")])
  }

  @Test("holds no address that somebody could have")
  func address() {
    #expect(!Self.text.contains(/0x[0-9a-fA-F]{40}/))
  }

  @Test("is ASCII text of at most 120 columns that says where every other key is explained")
  func text() {
    let lines = Self.text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.allSatisfy { $0.count <= 120 && !$0.hasSuffix(" ") && $0.utf8.allSatisfy { $0 < 0x80 } })
    #expect(Self.text.contains("hedgetop config default"))
  }

  @Test("Contracts nobody asked for are told once for each exchange, with the remedy, for coins and futures alike")
  func unasked() throws {
    let facts = LiveFacts(
      venues: Self.live(accounts: true).venues + ["deribit"], accountVenues: ["binance-usdm", "hyperliquid"])
    let other = Self.text.replacing("\"binance-usdm:BTCUSDT\"", with: "\"deribit:BTC-PERPETUAL\"")
    let error = try #require(throws: ConfigurationError.self) { try Self.parse(facts, other) }
    let messages = error.issues.filter { $0.severity == .error }.map(\.message).sorted()
    #expect(
      messages == [
        "the contracts of coinbase are not known here yet; run hedgetop instruments coinbase once",
        "the contracts of deribit are not known here yet; run hedgetop instruments deribit once",
      ])
  }

  @Test("A margin table that is still to be asked for is not missed", arguments: [true, false])
  func tiers(awaits: Bool) throws {
    let legs = "[[strategy.leg]]\ninstrument = \"binance-usdm:BTCUSDT\"\ncontracts = -1\nentry_price = 60_000\n"
    let text =
      "[feed]\nkind = \"venues\"\nspot = \"coinbase\"\n[conversion]\nUSDT = 0.99\n[[account]]\nname = \"a\"\n"
      + "balances = { USD = 1 }\n[[strategy]]\nname = \"s\"\nhedge_ratio = 1\n"
      + "[[strategy.holding]]\nasset = \"BTC\"\nquantity = 1\n" + legs
    let all = Self.live(accounts: false)
    let facts = LiveFacts(
      venues: all.venues, accountVenues: all.accountVenues, instruments: all.instruments, awaitsTiers: awaits)
    #expect(try Self.parse(facts, text).warnings.contains { $0.message.contains("no margin table") } == !awaits)
  }
}
