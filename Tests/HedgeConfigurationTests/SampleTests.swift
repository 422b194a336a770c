import FoundationEssentials
import HedgeConfiguration
import HedgeModel
import Testing

@Suite struct SampleTests {
  /// The simulated market's first prices and true betas, as the example states and assumes them.
  private static let market: [Asset: (price: Double, beta: Double)] = [
    "BTC": (65_000, 1), "ETH": (3_500, 1.15), "SOL": (150, 1.45), "BNB": (580, 0.85), "XRP": (0.6, 1),
    "ADA": (0.45, 1.2), "AVAX": (35, 1.5), "LINK": (14, 1.25), "DOGE": (0.12, 1.3), "LTC": (80, 0.95),
  ]

  private func sample() throws -> Configuration { try Configuration.sample(now: testNow) }

  private func betaDollars(of leg: Leg, in portfolio: Portfolio) throws -> (notional: Double, beta: Double) {
    let instrument = try #require(portfolio.instruments[leg.instrument])
    let coin = try #require(Self.market[instrument.underlying])
    let size = leg.contractsValue * instrument.multiplierValue
    return (instrument.convention == .inverse ? size : size * coin.price, coin.beta)
  }

  @Test("the sample portfolio is sound and draws no warning")
  func isSound() throws {
    let sample = try sample()
    #expect(sample.warnings == [])
    #expect(sample.portfolio.strategies.map(\.holdings.count) == [10])
    #expect(sample.portfolio.accounts.count == 2)
  }

  @Test("the sample shows every sort of leg")
  func showsEverySort() throws {
    let portfolio = try sample().portfolio
    let legs = portfolio.strategies[0].legs
    let instruments = legs.compactMap { portfolio.instruments[$0.instrument] }
    #expect(instruments.contains { $0.convention == .inverse })
    #expect(instruments.contains { if case .dated(let expiry) = $0.kind { expiry > testNow } else { false } })
    #expect(legs.contains { $0.marginMode == .cross } && legs.contains { $0.marginMode != .cross })
    #expect(legs.allSatisfy { leg in portfolio.accounts.first { $0.id == leg.account }?.tiers[leg.instrument] != nil })
  }

  @Test("the sample starts within a fifth of its band, coin collateral counted as held")
  func startsInBand() throws {
    let portfolio = try sample().portfolio
    let strategy = portfolio.strategies[0]
    var (value, exposure) = (0.0, 0.0)
    let collateral = portfolio.accounts.flatMap { $0.balances.filter { $0.key != portfolio.currency } }
    let held = strategy.holdings.map { ($0.asset, $0.quantityValue) } + collateral.map { ($0.key, $0.value.inexact) }
    for (asset, quantity) in held {
      let coin = try #require(Self.market[asset])
      value += quantity * coin.price
      exposure += quantity * coin.price * coin.beta
    }
    let short = try strategy.legs.reduce(0.0) { sum, leg in
      let (notional, beta) = try betaDollars(of: leg, in: portfolio)
      return sum + notional * beta
    }
    let drift = (exposure + short) / value - (1 - strategy.policy.aim.value.inexact) * exposure / value
    #expect(abs(drift) < strategy.policy.band / 5, "drift \(drift), value \(value)")
    #expect((900_000...1_100_000).contains(value))
  }

  @Test(
    "the sample's margin ratios start calm: maintenance between 0.05 and 0.2 of the balance, initial margin below it")
  func startsCalm() throws {
    let portfolio = try sample().portfolio
    for account in portfolio.accounts {
      var (maintenance, initial) = (0.0, 0.0)
      for leg in portfolio.strategies[0].legs where leg.account == account.id && leg.marginMode == .cross {
        let notional = abs(try betaDollars(of: leg, in: portfolio).notional)
        let isInverse = portfolio.instruments[leg.instrument]?.convention == .inverse
        let size = isInverse ? notional / 65_000 : notional
        let tiers = try #require(account.tiers[leg.instrument])
        let bracket = try #require(tiers.tiers.lastIndex { $0.floor.inexact <= size })
        let charge = size * tiers.tiers[bracket].maintenanceRate.inexact - tiers.deductions[bracket].inexact
        maintenance += charge
        initial += size / (try #require(leg.leverage)).inexact
      }
      let balance = try #require(account.balances.values.first).inexact
      #expect((0.05...0.2).contains(maintenance / balance), "\(account.id): \(maintenance / balance)")
      #expect(initial < balance * 0.8, "\(account.id): \(initial) of \(balance)")
    }
  }

  @Test("every key the example shows in a comment is a key that exists")
  func commentedKeysExist() throws {
    // Uncommented line by line, each alone: the key may be refused for its value or its company, never as unknown.
    let lines = ExampleConfiguration.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for (index, line) in lines.enumerated() where line.hasPrefix("# ") && line.contains(" = ") && !line.contains("`") {
      var changed = lines
      changed[index] = String(line.dropFirst(2))
      guard changed[index].first?.isLetter == true else { continue }
      do throws(ConfigurationError) {
        _ = try Configuration.parse(changed.joined(separator: "\n"), file: "example", now: testNow)
      } catch {
        let unknown = error.issues.filter { $0.message.contains("unknown key") }
        let isOfAnotherFeed = unknown.allSatisfy { $0.path.hasPrefix("feed.") }
        let isOfAnotherTable =
          line.hasPrefix("# ")
          && lines[..<index].last { $0.hasPrefix("# [") || $0.hasPrefix("[") }?
            .hasPrefix("# [") == true
        #expect(isOfAnotherFeed || isOfAnotherTable, "\(line): \(error)")
      }
    }
  }

  @Test("the replay example is sound")
  func replayExample() throws {
    let configuration = try Configuration.parse(ExampleConfiguration.replay, file: "replay.toml", now: testNow)
    #expect(configuration.warnings == [])
    guard case .replay(let replay) = configuration.feed else {
      Issue.record("not a replay")
      return
    }
    #expect(replay.prices == ["daily_closes.csv"] && replay.speed == 3600)
  }
}
