import FoundationEssentials
@testable import HedgeConfiguration
import HedgeModel
import Testing

@Suite struct ScenarioTests {
  private func configuration(_ scenarios: String) throws -> Configuration {
    try Configuration.parse(TestText.minimal + scenarios, file: "config.toml", now: testNow)
  }

  private func stated(_ scenario: String) throws -> StressScenario {
    try #require(configuration("[[scenario]]\nname = \"mine\"\n" + scenario).scenarios.last)
  }

  @Test("a configuration carries the shipped scenarios and, after them, its own in their order")
  func order() throws {
    let shipped = try ShippedScenarios.scenarios.get()
    let plain = try configuration("")
    #expect(plain.scenarios == shipped)
    let own = "[[scenario]]\nname = \"b\"\nbenchmark = -0.1\n[[scenario]]\nname = \"a\"\nbenchmark = 0.1\n"
    #expect(try configuration(own).scenarios.dropFirst(shipped.count).map(\.name) == ["b", "a"])
  }

  @Test("numbers may be written as numbers or in quotes; coins not listed move by beta unless others = 0")
  func moves() throws {
    let text = "moves = { BTC = -0.30, ETH = \"-0.42\" }\n"
    let following = try stated(text)
    #expect(following.prices == .stated(["BTC": -0.3, "ETH": -0.42], benchmark: nil, others: .beta))
    #expect(following.kind == .custom && following.source == "stated in config.toml")
    #expect(following.betas == nil && following.basis == nil && following.funding == nil)
    #expect(try stated(text + "others = \"beta\"") == following)
    let standing = try stated("moves = { ETH = -0.42 }\nothers = 0")
    #expect(standing.prices == .stated(["ETH": -0.42], benchmark: nil, others: .unmoved))
    let led = try stated("moves = { ETH = -0.42 }\nbenchmark = -0.25")
    #expect(led.prices == .stated(["ETH": -0.42], benchmark: -0.25, others: .beta))
  }

  @Test("basis and funding are the market's, signed, unless they go against the position")
  func basisAndFunding() throws {
    let signed = try stated("basis_bps = -100\nfunding_rate = -0.003\nfunding_hours = 1\ndays = 2.5")
    #expect(signed.basis == BasisShock(basisPoints: -100, isAgainstPosition: false))
    #expect(
      signed.funding
        == FundingShock(rate: -0.003, interval: .hours(1), duration: .days(2.5), isAgainstPosition: false))
    #expect(signed.prices == .unmoved && signed.kind == .custom)
    let against = try stated("funding_rate = 0.003\ndays = 3\nagainst = true")
    #expect(
      against.funding == FundingShock(rate: 0.003, interval: .hours(8), duration: .days(3), isAgainstPosition: true))
  }

  @Test(
    "the sort of a scenario follows from what happens in it",
    arguments: [
      ("benchmark = -0.1", StressScenario.Kind.benchmark), ("correlated = -0.1", .correlation),
      ("benchmark = -0.1\nbetas = \"lower\"\nbeta_errors = 2", .beta), ("basis_bps = 10", .basis),
      ("funding_rate = 0.01\ndays = 1", .funding), ("moves = { BTC = 0.1 }", .custom),
      ("moves = { BTC = 0.1 }\nfrom = 2020-01-01\nto = 2020-01-02", .historical),
      ("benchmark = 0.1\nbasis_bps = 10", .custom),
    ])
  func kind(text: String, kind: StressScenario.Kind) throws {
    #expect(try stated(text).kind == kind)
  }

  @Test("a record says between which closes it moved, and whose")
  func record() throws {
    let scenario = try stated("moves = { BTC = 0.1 }\nfrom = 2020-01-01\nto = 2020-01-02\nsource = \"my notes\"")
    #expect(scenario.source == "closes of 2020-01-01 to 2020-01-02, my notes")
  }

  @Test("a move of a coin that is not in the book is warned of, with its place")
  func unused() throws {
    let warnings = try configuration("[[scenario]]\nname = \"mine\"\nmoves = { BTC = -0.1, DOGE = -0.5 }\n").warnings
    #expect(warnings.map(\.path) == ["scenario[0].moves.DOGE"])
    #expect(warnings.first?.line == 16 && warnings.first?.column == 30)
  }

  @Test(
    "the shipped scenarios: the benchmark both ways, correlations, betas to each side, basis, funding, three shocks")
  func shipped() throws {
    let scenarios = try ShippedScenarios.scenarios.get()
    let moves = scenarios.compactMap { scenario -> Double? in
      if case .benchmark(let move) = scenario.prices, scenario.kind == .benchmark { move } else { nil }
    }
    #expect(moves == [-0.3, -0.2, -0.1, -0.05, 0.05, 0.1, 0.2, 0.3])
    for kind in StressScenario.Kind.allCases where kind != .custom {
      #expect(scenarios.contains { $0.kind == kind }, "\(kind)")
    }
    #expect(
      Set(scenarios.compactMap(\.betas)) == Set(BetaShock.Side.allCases.map { BetaShock(standardErrors: 2, side: $0) }))
    #expect(scenarios.filter { $0.kind == .historical }.map(\.name) == ["March 2020", "May 2021", "November 2022"])
    #expect(scenarios.first { $0.kind == .funding }?.funding?.duration == .days(3))
    #expect(scenarios.allSatisfy { $0.source.contains("20") })
  }

  @Test(
    "the moves of the recorded shocks are those between the closes they name, to a hundredth of a percent",
    .enabled(if: ReferenceCloses.isPresent, ReferenceCloses.absence),
    arguments: ["March 2020", "May 2021"])
  func history(name: String) throws {
    let scenario = try #require(try ShippedScenarios.scenarios.get().first { $0.name == name })
    let days = scenario.source.split(separator: " ").map { $0.filter { $0 != "," } }.filter { $0.hasPrefix("20") }
    let closes = try #require(ReferenceCloses.byDay())
    let (from, to) = (try #require(closes[days[0]]), try #require(closes[days[1]]))
    guard case .stated(let moves, nil, .beta) = scenario.prices else {
      Issue.record("\(scenario.prices)")
      return
    }
    let coins = from.filter { to[$0.key] != nil }.map(\.key)
    #expect(Set(moves.keys.map(\.symbol)) == Set(coins))
    for (coin, move) in moves {
      let recorded = (to[coin.symbol] ?? .nan) / (from[coin.symbol] ?? .nan) - 1
      #expect(abs(recorded - move) <= 0.5000001e-4, "\(coin): \(recorded), stated \(move)")
    }
    // From the last close before the fall to its lowest: no later close of the two weeks after is lower.
    let btc = closes.filter { $0.key > days[0] && $0.key <= days[1] }.compactMap { $0.value["BTC"] }
    #expect(btc.min() == to["BTC"])
  }
}
