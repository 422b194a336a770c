import FoundationEssentials
import HedgeConfiguration
import HedgeModel
import Testing

@Suite("A configuration on exchanges")
struct VenueConfigurationTests {
  private static let bitcoin = Instrument(
    id: InstrumentID(venue: "coinbase", symbol: "BTC-USD"), kind: .spot, underlying: "BTC", quote: "USD",
    settlement: "USD", tickSize: 1, lotStep: 1)
  private static let ether = Instrument(
    id: InstrumentID(venue: "coinbase", symbol: "ETH-USD"), kind: .spot, underlying: "ETH", quote: "USD",
    settlement: "USD", tickSize: 1, lotStep: 1)
  private static let perpetual = Instrument(
    id: InstrumentID(venue: "binance-usdm", symbol: "BTCUSDT"), kind: .perpetual(fundingInterval: .hours(8)),
    underlying: "BTC", quote: "USDT", settlement: "USDT", tickSize: 1, lotStep: 1)

  private static let feed = """
    [feed]
    kind = "venues"
    spot = "coinbase"

    [conversion]
    USDT = "0.9991"

    """
  private static let account = """
    [[account]]
    name = "binance"
    source = "binance-usdm"
    key_file = "~/binance.key"

    """
  private static let strategy = """
    [[strategy]]
    name = "core"
    hedge_ratio = 0.5
    legs_from = "binance"
    holdings_from = "binance"

    """

  private static func live(_ snapshot: AccountSnapshot? = nil) throws -> LiveFacts {
    let tiers = try #require(
      MarginTiers(rule: .marginal, tiers: [.init(floor: 0, maintenanceRate: 0.004)], source: "test"))
    return LiveFacts(
      venues: ["binance-usdm", "coinbase"], accountVenues: ["binance-usdm"],
      instruments: [bitcoin, ether, perpetual], tiers: [perpetual.id: tiers],
      accounts: snapshot.map { ["binance": $0] } ?? [:])
  }

  private static func snapshot(
    balances: [Asset: Decimal] = ["USDT": 50_000], spot: [Asset: Decimal] = [:], contracts: Decimal? = -1.5
  ) -> AccountSnapshot {
    AccountSnapshot(
      at: testNow, balances: balances, spotBalances: spot,
      positions: [
        AccountPosition(instrument: perpetual.id, contracts: contracts, entryPrice: 60_000, leverage: 5)
      ])
  }

  private static func parse(_ text: String, _ live: LiveFacts) throws -> Configuration {
    try Configuration.parse(text, file: "c.toml", now: testNow, home: "/home/ann", live: live)
  }

  @Test("takes legs, balances and coins from the account, with the venue's specifications and margin tables")
  func readAccount() throws {
    let live = try Self.live(Self.snapshot(spot: ["ETH": 12, "USDT": 7, "DUST": 3]))
    let configuration = try Self.parse(Self.feed + Self.account + Self.strategy + TestText.holding, live)
    let portfolio = configuration.portfolio
    let strategy = portfolio.strategies[0]
    #expect(strategy.legs.map(\.contracts) == [-1.5])
    #expect(strategy.legs.first?.entryPrice == 60_000)
    #expect(strategy.holdings.map(\.asset) == ["BTC", "ETH"])
    #expect(strategy.holdings.map(\.instrument.description) == ["coinbase:BTC-USD", "coinbase:ETH-USD"])
    #expect(portfolio.accounts[0].balances == ["USDT": 50_000])
    #expect(portfolio.accounts[0].tiers[Self.perpetual.id] != nil)
    #expect(portfolio.conversionRates["USDT"] == 0.9991)
    #expect(configuration.accountSources.map(\.proof) == [.file("/home/ann/binance.key")])
    #expect(configuration.warnings.contains { $0.message.contains("3 DUST has no market") })
  }

  @Test("a coin in the margin wallet that has no market is left out with a warning, and stops nothing")
  func unpricedMargin() throws {
    let live = try Self.live(Self.snapshot(balances: ["USDT": 50_000, "DUST": 3]))
    let configuration = try Self.parse(Self.feed + Self.account + Self.strategy + TestText.holding, live)
    #expect(configuration.portfolio.accounts[0].balances == ["USDT": 50_000])
    #expect(configuration.warnings.contains { $0.message.contains("3 DUST has no market where coins are priced") })
  }

  @Test("what the venue does not tell of a position's margin stays unknown, and is neither cross nor of leverage 1")
  func untoldMargin() throws {
    let told = AccountPosition(instrument: Self.perpetual.id, contracts: -2, entryPrice: 60_000)
    let snapshot = AccountSnapshot(at: testNow, balances: ["USDT": 50_000], positions: [told])
    let configuration = try Self.parse(
      Self.feed + Self.account + Self.strategy + TestText.holding, try Self.live(snapshot))
    let leg = try #require(configuration.portfolio.strategies[0].legs.first)
    #expect(leg.marginMode == .untold && leg.leverage == nil)
  }

  @Test("a long and a short position in one contract are refused with the remedy")
  func bothSides() throws {
    let positions = [-3, 1].map { AccountPosition(instrument: Self.perpetual.id, contracts: $0, entryPrice: 60_000) }
    let snapshot = AccountSnapshot(at: testNow, balances: ["USDT": 50_000], positions: positions)
    let error = #expect(throws: ConfigurationError.self) {
      try Self.parse(Self.feed + Self.account + Self.strategy + TestText.holding, try Self.live(snapshot))
    }
    let words = error.map(String.init(describing:)) ?? ""
    #expect(words.contains("holds both a long and a short position in binance-usdm:BTCUSDT"), "\(words)")
    #expect(words.contains("use one-way mode"), "\(words)")
  }

  @Test("adds up what is stated and what is read of one coin")
  func statedAndRead() throws {
    let live = try Self.live(Self.snapshot(spot: ["BTC": 1]))
    let configuration = try Self.parse(Self.feed + Self.account + Self.strategy + TestText.holding, live)
    #expect(configuration.portfolio.strategies[0].holdings.map(\.quantity) == [3.5])
  }

  @Test("without the account says that its positions are still to be read")
  func unread() throws {
    let configuration = try Self.parse(Self.feed + Self.account + Self.strategy, try Self.live())
    let strategy = configuration.portfolio.strategies[0]
    #expect(strategy.legs.map(\.isUnread) == [true])
    #expect(strategy.holdings.map(\.isUnread) == [true])
    #expect(configuration.warnings.contains { $0.message.contains("are read from its venue when the program runs") })
  }

  @Test("tells each mistake with its place and remedy", arguments: mistakes)
  func mistake(text: String, words: String) throws {
    let error = #expect(throws: ConfigurationError.self) {
      try Self.parse(text, try Self.live(Self.snapshot()))
    }
    let description = error.map(String.init(describing:)) ?? ""
    #expect(description.contains(words), "\(description)")
  }

  private static let mistakes: [(String, String)] = [
    (feed.replacing("coinbase", with: "coinbas") + TestText.account + TestText.strategy, "did you mean \"coinbase\""),
    (
      feed + account.replacing("binance-usdm", with: "binance-usd") + strategy + TestText.holding,
      "did you mean \"binance-usdm\""
    ),
    (feed + account.replacing("key_file", with: "key_fil") + strategy, "expected one of key_file"),
    (feed + account + "address = \"0x1\"\n" + strategy, "found several of key_file"),
    (feed + account + "balances = { USDT = 1 }\n" + strategy, "the balances are read from binance-usdm"),
    (feed + TestText.account + "key_file = \"a\"\n" + TestText.strategy, "found a key without a venue"),
    (
      feed + account + strategy.replacing("legs_from = \"binance\"", with: "legs_from = \"binanc\""),
      "did you mean \"binance\""
    ),
    (
      feed + account + strategy.replacing("legs_from = \"binance\"", with: "legs_from = 7"),
      "expected the name of an account"
    ),
    (
      feed + account + TestText.strategy + TestText.holding
        + TestText.leg.replacing("BTC-PERP", with: "binance-usdm:BTCUSDT"),
      "the positions of binance are read from its venue; use legs_from"
    ),
    (
      feed + account + strategy + TestText.holding.replacing("BTC", with: "XYZ"), "coinbase has no market of XYZ in USD"
    ),
    (
      feed + TestText.account + TestText.strategy + TestText.holding
        + TestText.leg.replacing("BTC-PERP", with: "binance-usd:BTCUSDT"),
      "did you mean \"binance-usdm:BTCUSDT\""
    ),
    (
      feed + TestText.account + TestText.strategy + TestText.holding
        + TestText.leg.replacing("BTC-PERP", with: "binance-usdm:BTCUSD"),
      "did you mean \"binance-usdm:BTCUSDT\""
    ),
    (feed.replacing("USDT = \"0.9991\"", with: "") + account + strategy, "of which no value in USD is stated"),
  ]
}

@Suite("A snapshot of an account")
struct AccountSnapshotTests {
  private static let id = InstrumentID(venue: "v", symbol: "BTC")

  @Test("with a position of unknown size, or margin without a position, is never read as flat")
  func contradictions() {
    let unsized = AccountPosition(instrument: Self.id, contracts: nil)
    let margined = AccountPosition(instrument: Self.id, contracts: 0, venue: .init(maintenanceMargin: 5))
    let tied = AccountMargin(maintenanceMargin: 10)
    #expect(Self.snapshot([unsized]).contradiction?.contains("how large") == true)
    #expect(Self.snapshot([margined]).contradiction?.contains("a size of 0") == true)
    #expect(Self.snapshot([], tied).contradiction?.contains("shows no position") == true)
  }

  @Test("that is flat, or whose position has a size, is taken as it is")
  func sound() {
    #expect(Self.snapshot([]).contradiction == nil)
    #expect(Self.snapshot([], AccountMargin(maintenanceMargin: 0)).contradiction == nil)
    let held = AccountPosition(instrument: Self.id, contracts: -1, venue: .init(maintenanceMargin: 5))
    #expect(Self.snapshot([held], AccountMargin(maintenanceMargin: 5)).contradiction == nil)
  }

  private static func snapshot(_ positions: [AccountPosition], _ margin: AccountMargin = .init()) -> AccountSnapshot {
    AccountSnapshot(at: testNow, balances: [:], positions: positions, margin: margin)
  }
}

@Suite("What a configuration needs of exchanges")
struct VenueNeedsTests {
  private static let known = ["binance-usdm", "coinbase", "okx", "deribit"]

  @Test("is every venue it names, in instruments, keys, as place of spot prices and as source, and its hosts")
  func needs() throws {
    let path = "/tmp/hedgetop-needs-\(UInt64.random(in: 0 ..< .max)).toml"
    let text = """
      [feed]
      kind = "venues"
      spot = "coinbase"
      [[venue]]
      name = "okx"
      rest = "https://eea.okx.com"
      [[account]]
      name = "a"
      source = "binance-usdm"
      [account.margin_tiers]
      "deribit:BTC-PERPETUAL" = "x"
      [[strategy]]
      name = "okx-like"
      """
    try Data(text.utf8).write(to: URL(filePath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    let needs = try Configuration.venueNeeds(of: path, among: Self.known)
    #expect(needs.venues == ["coinbase", "binance-usdm", "okx", "deribit"])
    #expect(needs.hosts == [VenueHosts(venue: "okx", rest: "https://eea.okx.com", stream: nil)])
  }

  @Test(
    "refuses hosts without encryption but on this machine",
    arguments: [
      ("https://h.example", true), ("http://127.0.0.1:8080", true), ("http://localhost:1", true),
      ("http://h.example", false), ("h.example", false), ("https://", false), ("https://h/path", false),
      ("ftp://h", false), ("http://127.0.0.1.evil.example", false),
    ])
  func hosts(rest: String, isRight: Bool) throws {
    let text = "[[venue]]\nname = \"okx\"\nrest = \"\(rest)\"\n" + TestText.minimal
    let parse = { try Configuration.parse(text, file: "c", now: testNow, live: LiveFacts(venues: Self.known)) }
    if isRight {
      #expect(try parse().venueHosts.map(\.rest) == [rest])
    } else {
      #expect(throws: ConfigurationError.self) { try parse() }
    }
  }
}
