import FoundationEssentials
import HedgeConfiguration
import HedgeModel
import Testing

@Suite("A configuration on a recording")
struct RecordingConfigurationTests {
  private static let start = Timestamp(milliseconds: 1_700_000_000_000)
  private static let perpetual = Instrument(
    id: InstrumentID(venue: "binance-usdm", symbol: "BTCUSDT"), kind: .perpetual(fundingInterval: .hours(8)),
    underlying: "BTC", quote: "USDT", settlement: "USDT", tickSize: 1, lotStep: 1)

  private static func coin(_ asset: Asset, on venue: String = "coinbase") -> Instrument {
    Instrument(
      id: InstrumentID(venue: venue, symbol: "\(asset)-USD"), kind: .spot, underlying: asset, quote: "USD",
      settlement: "USD", tickSize: 1, lotStep: 1)
  }

  private static func live(_ quote: Asset? = "USD", venue: String = "coinbase") throws -> LiveFacts {
    let tiers = try #require(
      MarginTiers(rule: .marginal, tiers: [.init(floor: 0, maintenanceRate: 0.004)], source: "recorded"))
    return LiveFacts(
      venues: ["binance-usdm", venue], accountVenues: ["binance-usdm"],
      instruments: [coin("BTC"), coin("ETH"), perpetual], tiers: [perpetual.id: tiers],
      recording: RecordingFacts(start: start, spotVenue: venue, spotQuote: quote))
  }

  private static let feed = "[feed]\nkind = \"replay\"\nrecording = \"~/hedge.jsonl\"\n"
  private static let rest =
    "[conversion]\nUSDT = \"0.9991\"\n" + TestText.account + TestText.strategy + TestText.holding
    + TestText.leg.replacing("BTC-PERP", with: "binance-usdm:BTCUSDT")

  private static func parse(_ text: String, _ live: LiveFacts) throws -> Configuration {
    try Configuration.parse(text, file: "c.toml", now: testNow, home: "/home/ann", live: live)
  }

  @Test("is one on exchanges with another feed, and comes to the same portfolio without asking them")
  func onlyTheFeedDiffers() throws {
    let facts = try Self.live()
    let live = LiveFacts(
      venues: facts.venues, accountVenues: facts.accountVenues, instruments: facts.instruments, tiers: facts.tiers)
    let original = try Self.parse("[feed]\nkind = \"venues\"\nspot = \"coinbase\"\n" + Self.rest, live)
    let replayed = try Self.parse(Self.feed + Self.rest, facts)
    #expect(replayed.portfolio == original.portfolio)
    #expect(replayed.warnings == original.warnings)
    #expect(replayed.portfolio.accounts[0].tiers[Self.perpetual.id]?.source == "recorded")
    #expect(
      replayed.feed == .recording(RecordingFeedConfiguration(file: "/home/ann/hedge.jsonl", facts: facts.recording)))
  }

  @Test("plays as fast as the clock unless a speed is stated")
  func speed() throws {
    let configuration = try Self.parse(Self.feed + "speed = 60\n" + Self.rest, try Self.live())
    guard case .recording(let recording) = configuration.feed else {
      Issue.record("no recording")
      return
    }
    #expect(recording.speed == 60)
    #expect(RecordingFeedConfiguration(file: "a").speed == 1)
  }

  @Test("of the simulated market, or of a program, names markets like their coins, as the original did")
  func namedLikeCoins() throws {
    let bitcoin = Instrument(
      id: InstrumentID(venue: "mine", symbol: "BTC"), kind: .spot, underlying: "BTC", quote: "USD", settlement: "USD",
      tickSize: 1, lotStep: 1)
    let future = Instrument(
      id: InstrumentID(venue: "mine", symbol: "BTC-PERP"), kind: .perpetual(fundingInterval: .hours(1)),
      underlying: "BTC", quote: "USD", settlement: "USD", tickSize: 1, lotStep: 1)
    let live = LiveFacts(
      venues: ["mine"], instruments: [bitcoin, future],
      recording: RecordingFacts(start: Self.start, spotVenue: "mine", spotQuote: nil))
    let portfolio = try Self.parse(Self.feed + TestText.minimal, live).portfolio
    #expect(portfolio.spotMarkets["BTC"] == bitcoin.id)
    #expect(portfolio.instruments[future.id] == future)
    let text = Self.feed + TestText.account + TestText.strategy + TestText.holding.replacing("BTC", with: "DOT")
    let error = #expect(throws: ConfigurationError.self) { try Self.parse(text, live) }
    #expect(error?.description.contains("mine:DOT\", which the recording does not hold") == true)
  }

  @Test("that names what was not recorded is told so, with the remedy", arguments: mistakes)
  func mistake(text: String, words: String) throws {
    let error = #expect(throws: ConfigurationError.self) { try Self.parse(text, try Self.live()) }
    let description = error.map(String.init(describing:)) ?? ""
    #expect(description.contains(words), "\(description)")
  }

  private static let mistakes: [(String, String)] = [
    (feed + rest.replacing("asset = \"BTC\"", with: "asset = \"XYZ\""), "the recording holds no market of XYZ"),
    (feed + rest.replacing("BTCUSDT", with: "ETHUSDT"), "which the recording does not hold; record anew"),
    (feed + rest.replacing("binance-usdm:", with: "okx:"), "okx:BTCUSDT\", which the recording does not hold"),
    (feed + "prices = \"a.csv\"\n" + rest, "feed.prices: is not for a recording"),
  ]

  @Test("lets a future be looked at from the day it was recorded, not from today")
  func expired() throws {
    let future = Instrument(
      id: InstrumentID(venue: "coinbase", symbol: "BTC-OLD"), kind: .dated(expiry: Self.start + .days(1)),
      underlying: "BTC", quote: "USD", settlement: "USD", tickSize: 1, lotStep: 1)
    let facts = try Self.live()
    let text = Self.feed + Self.rest.replacing("binance-usdm:BTCUSDT", with: "coinbase:BTC-OLD")
    for (start, isRight) in [(Self.start, true), (Self.start + .days(2), false)] {
      let live = LiveFacts(
        venues: facts.venues, instruments: facts.instruments + [future],
        recording: RecordingFacts(start: start, spotVenue: "coinbase", spotQuote: "USD"))
      let words = { () -> String in
        do { return String(try Self.parse(text, live).portfolio.strategies.count) } catch { return "\(error)" }
      }()
      #expect(words.contains("expired") != isRight, "\(words)")
    }
  }

  @Test("tells the program which recording to open before it is read")
  func needs() throws {
    let folder = "/tmp/hedgetop-needs-\(UInt64.random(in: 0 ..< .max))"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    for (path, expected) in [("a.jsonl", folder + "/a.jsonl"), ("~/b.jsonl", "/home/ann/b.jsonl")] {
      let text = "[feed]\nkind = \"replay\"\nrecording = \"\(path)\"\n"
      try Data(text.utf8).write(to: URL(filePath: folder + "/c.toml"))
      let needs = try Configuration.venueNeeds(of: folder + "/c.toml", among: [], home: "/home/ann")
      #expect(needs.recording == expected)
    }
  }
}
