import FoundationEssentials
import HedgeConfiguration
import HedgeModel
import Testing

@Suite struct FeedConfigurationTests {
  @Test("replay paths start from the configuration's folder, or from home")
  func replay() throws {
    let feed = """
      [feed]
      kind = "replay"
      prices = ["data/daily.csv", "/abs/more.csv"]
      perpetuals = "~/perp.csv"
      start = 2021-05-01
      end = "2021-06-01T00:00:00Z"
      speed = 60

      """
    let configuration = try Configuration.parse(
      feed + TestText.minimal, file: "config.toml", folder: "/etc/hedge", now: testNow, home: "/home/ann")
    let expected = ReplayFeedConfiguration(
      prices: ["/etc/hedge/data/daily.csv", "/abs/more.csv"], perpetuals: ["/home/ann/perp.csv"],
      start: Timestamp(iso8601: "2021-05-01"), end: Timestamp(iso8601: "2021-06-01"), speed: 60)
    #expect(configuration.feed == .replay(expected))
  }

  @Test("a coin a recording may hold needs no specification")
  func derivedSpotMarket() throws {
    let text = """
      [feed]
      kind = "replay"
      prices = "a.csv"

      """
    let holding = "[[strategy.holding]]\nasset = \"DOT\"\nquantity = 10\n"
    let portfolio = try Configuration.parse(
      text + TestText.account + TestText.strategy + holding, file: "c", now: testNow
    ).portfolio
    let market = InstrumentID(venue: "replay", symbol: "DOT")
    #expect(portfolio.spotMarkets["DOT"] == market)
    #expect(portfolio.instruments[market]?.quote == "USD")
  }

  @Test("a program's instruments are described in the file, named with or without its venue")
  func process() throws {
    let text = """
      [feed]
      kind = "process"
      command = ["python3", "feed.py"]
      name = "mine"
      stale_after_seconds = 5
      [conversion]
      USDT = 1
      [[instrument]]
      name = "BTC-Q"
      kind = "dated"
      convention = "inverse"
      underlying = "BTC"
      quote = "USD"
      multiplier = 100
      tick = 0.1
      lot = 1
      expiry = 2026-12-25T08:00:00Z
      margin_tiers = "own"
      [[margin_tiers]]
      name = "own"
      source = "my venue"
      as_of = 2026-11-01
      brackets = [{ floor = 0, rate = 0.004, leverage = 100 }, { floor = 100, rate = 0.01 }]

      """
    let leg = "[[strategy.leg]]\ninstrument = \"mine:BTC-Q\"\ncontracts = -100\nentry_price = 65000\n"
    let configuration = try Configuration.parse(
      text + TestText.account + TestText.strategy + TestText.holding + leg, file: "c", folder: "/srv", now: testNow)
    let id = InstrumentID(venue: "mine", symbol: "BTC-Q")
    let instrument = try #require(configuration.portfolio.instruments[id])
    #expect(instrument.kind == .dated(expiry: try #require(Timestamp(iso8601: "2026-12-25T08:00:00Z"))))
    #expect(instrument.settlement == "BTC" && instrument.multiplier == 100 && instrument.convention == .inverse)
    let tiers = try #require(configuration.portfolio.accounts[0].tiers[id])
    #expect(tiers.source == "my venue, 2026-11-01" && tiers.deductions == [0, Decimal(exactly: "0.6")!])
    let process = ProcessFeedConfiguration(
      name: "mine", command: ["python3", "feed.py"], folder: "/srv", staleAfter: .seconds(5))
    #expect(configuration.feed == .process(process))
    #expect(configuration.warnings == [])
  }

  @Test("an expired contract hedges nothing: it is refused, but where a recording reaches back before its expiry")
  func expired() throws {
    let instrument = """
      [[instrument]]
      name = "BTC-OLD"
      kind = "dated"
      underlying = "BTC"
      expiry = 2024-03-29T08:00:00Z
      tick = 0.1
      lot = 0.001
      margin_tiers = "simulated-major"

      """
    let leg = "[[strategy.leg]]\ninstrument = \"BTC-OLD\"\ncontracts = -1\nentry_price = 1\n"
    let text = instrument + TestText.account + TestText.strategy + TestText.holding + leg
    let error = try #require(throws: ConfigurationError.self) {
      try Configuration.parse(text, file: "c", now: testNow)
    }
    #expect(
      error.issues.map(\.description) == [
        "c:19:14: strategy[0].leg[0].instrument: simulated:BTC-OLD expired on 2024-03-29, so it hedges nothing; "
          + "name the contract it was rolled to"
      ])
    let recording = "[feed]\nkind = \"replay\"\nprices = \"p.csv\"\nstart = 2024-01-01\n"
    #expect(throws: Never.self) { try Configuration.parse(recording + text, file: "c", now: testNow) }
  }
}
