import FoundationEssentials
import HedgeConfiguration
import HedgeModel
import Testing

@Suite struct ValidConfigurationTests {
  private func parse(_ text: String) throws -> Configuration {
    try Configuration.parse(text, file: "config.toml", now: testNow)
  }

  @Test("what is left out has the documented default")
  func defaults() throws {
    let configuration = try parse(TestText.minimal)
    let portfolio = configuration.portfolio
    let policy = portfolio.strategies[0].policy
    #expect(configuration.warnings == [])
    #expect(configuration.feed == .simulated(SimulatedFeedConfiguration(seed: 1, speed: 1)))
    #expect(configuration.display == DisplayConfiguration())
    #expect(configuration.alerts == AlertConfiguration())
    #expect(portfolio.name == "Portfolio" && portfolio.currency == "USD" && portfolio.benchmark == Benchmark("BTC"))
    #expect(policy.band == 0.05 && policy.clearLevel == 0.04 && policy.mode == .sameAsset)
    #expect(policy.beta == BetaPolicy() && policy.review == ReviewTriggers() && policy.holdingPeriod == .days(30))
    #expect(portfolio.accounts[0].convention == .binance)
    #expect(portfolio.accounts[0].fees.taker == Decimal(exactly: "0.0005"))
    #expect(portfolio.spotMarkets == ["BTC": InstrumentID(venue: "simulated", symbol: "BTC")])
  }

  @Test("a leg stands in the only account, and carries its instrument's margin table there")
  func legDefaults() throws {
    let portfolio = try parse(TestText.minimal).portfolio
    let perpetual = InstrumentID(venue: "simulated", symbol: "BTC-PERP")
    let leg = portfolio.strategies[0].legs[0]
    #expect(leg.account == "main" && leg.instrument == perpetual && leg.marginMode == .cross && leg.leverage == 1)
    #expect(leg.contracts == Decimal(exactly: "-1.25") && leg.openedAt == nil)
    #expect(portfolio.accounts[0].tiers[perpetual]?.tiers.first?.maintenanceRate == Decimal(exactly: "0.025"))
  }

  @Test("numbers are exactly as written, in quotes or not")
  func exactNumbers() throws {
    let forms = [
      "2.5": "2.5", "\"2.5\"": "2.5", "'0.1'": "0.1", "0.1": "0.1", "1_000_000": "1000000", "+3": "3",
      "-0.0001": "-0.0001",
      "6.27e-08": "0.0000000627", "0x10": "16", "0b101": "5", "0o17": "15", "1E3": "1000",
      "123456789012.123456789012345678": "123456789012.123456789012345678", "\"1_000.5\"": "1000.5",
    ]
    for (written, exact) in forms {
      let text = TestText.account + TestText.strategy + "[[strategy.holding]]\nasset = \"BTC\"\nquantity = \(written)\n"
      let quantity = try parse(text).portfolio.strategies[0].holdings[0].quantity
      #expect(quantity == Decimal(string: exact), "\(written)")
    }
  }

  @Test("side short makes contracts negative, isolated margin is kept exactly")
  func sideAndMargin() throws {
    let leg = """
      [[strategy.leg]]
      instrument = "ETH-PERP"
      side = "short"
      contracts = "3.1"
      margin = "isolated"
      isolated_margin = "1234.56"
      entry_price = 3500
      leverage = 7.5
      opened_at = 2026-05-19 12:00:00
      """
    let parsed = try parse(TestText.account + TestText.strategy + TestText.holding + leg).portfolio.strategies[0].legs[
      0]
    #expect(parsed.contracts == Decimal(exactly: "-3.1"))
    #expect(parsed.marginMode == .isolated(margin: Decimal(exactly: "1234.56")!))
    #expect(parsed.leverage == Decimal(exactly: "7.5"))
    #expect(parsed.openedAt == Timestamp(iso8601: "2026-05-19T12:00:00Z"))
  }

  @Test("stating hedge_with means a benchmark hedge, and adds its leg to the only account")
  func hedgeWith() throws {
    let text = TestText.account + TestText.strategy + "hedge_with = \"BTC-PERP\"\n" + TestText.holding
    let strategy = try parse(text).portfolio.strategies[0]
    let perpetual = InstrumentID(venue: "simulated", symbol: "BTC-PERP")
    #expect(strategy.policy.mode == .benchmark(perpetual))
    #expect(strategy.legs == [Leg(instrument: perpetual, account: "main", contracts: 0, entryPrice: nil)])
  }

  @Test("review triggers are numbers, or switched off by false")
  func review() throws {
    let table = "[strategy.review]\nhours = 12\nbenchmark_move = false\n"
    let policy = try parse(TestText.minimal + table).portfolio.strategies[0].policy
    #expect(policy.review == ReviewTriggers(interval: .hours(12), benchmarkMove: nil, spotValueChange: 0.1))
    let estimates = "[strategy.review]\nbeta_change = 3\nregime_change = false\n"
    #expect(
      try parse(TestText.minimal + estimates).portfolio.strategies[0].policy.review
        == ReviewTriggers(betaChange: 3, regimeChange: false))
    let off = "[strategy.review]\nbeta_change = false\n"
    #expect(
      try parse(TestText.minimal + off).portfolio.strategies[0].policy.review == ReviewTriggers(betaChange: nil))
  }

  @Test("benchmark weights, beta policy and conversion rates are read")
  func benchmarkAndBeta() throws {
    let text = """
      benchmark = { BTC = 0.5, ETH = 0.5 }
      [conversion]
      USDT = 0.9998

      """
    let beta = "[strategy.beta]\nlookback = 720\ninterval = \"hour\"\nreturns = \"simple\"\noverrides = { USDC = 0 }\n"
    let portfolio = try parse(text + TestText.minimal + beta).portfolio
    #expect(portfolio.benchmark.label == "BTC:0.5,ETH:0.5")
    #expect(portfolio.conversionRates == ["USDT": 0.9998])
    #expect(Set(portfolio.spotMarkets.keys) == ["BTC", "ETH"])
    let policy = BetaPolicy(returns: .simple, lookback: 720, interval: .hour, overrides: ["USDC": 0])
    #expect(portfolio.strategies[0].policy.beta == policy)
  }

  @Test(
    "a method of beta is read with its parameters, and has the customary ones without",
    arguments: [
      ("method = \"ols\"", .ordinaryLeastSquares), ("method = \"blume\"", .blume),
      ("method = \"ewma\"", .exponential(.factor(0.94))),
      ("method = \"ewma\"\ndecay = 0.9", .exponential(.factor(0.9))),
      ("method = \"ewma\"\nhalf_life = 30", .exponential(.halfLife(bars: 30))),
      ("method = \"vasicek\"", .vasicek(.crossSection)),
      ("method = \"vasicek\"\nprior = 1.0\nprior_deviation = 0.3", .vasicek(.stated(mean: 1, deviation: 0.3))),
      ("method = \"kalman\"", .kalman(KalmanParameters())),
      (
        "method = \"kalman\"\nprocess_noise = 1e-5\nobservation_noise = 2e-3\ninitial_beta = 0.5\ninitial_variance = 4",
        .kalman(
          KalmanParameters(
            processVariance: 1e-5, observationVariance: 2e-3, initialBeta: 0.5, initialVariance: 4))
      ),
      ("method = \"two-factor\"", .twoFactor(second: "ETH")),
      ("method = \"two-factor\"\nsecond_factor = \"SOL\"", .twoFactor(second: "SOL")),
    ] as [(String, BetaMethod)])
  func betaMethod(_ keys: String, _ method: BetaMethod) throws {
    let portfolio = try parse(TestText.minimal + "[strategy.beta]\n\(keys)\n").portfolio
    #expect(portfolio.strategies[0].policy.beta == BetaPolicy(method: method))
  }

  @Test("the second factor is priced though nothing of it is held")
  func secondFactor() throws {
    let beta = "[strategy.beta]\nmethod = \"two-factor\"\nsecond_factor = \"SOL\"\n"
    #expect(try Set(parse(TestText.minimal + beta).portfolio.spotMarkets.keys) == ["BTC", "SOL"])
  }

  @Test("how long the past is kept is read in days; what is left out has its default")
  func history() throws {
    let standard = HistoryRetention()
    #expect(try parse(TestText.minimal).history == standard)
    let configuration = try parse(TestText.minimal + "[history]\nseconds = 7\nhours = 365\n")
    #expect(
      configuration.history
        == HistoryRetention(seconds: .days(7), minutes: standard.minutes, hours: .days(365), days: standard.days))
  }

  @Test("the name of a portfolio is told whatever else is wrong with its file")
  func portfolioName() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "name-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    func name(_ text: String) throws -> String {
      let path = folder.appending(path: "a.toml").path
      try text.write(toFile: path, atomically: true, encoding: .utf8)
      return try Configuration.portfolioName(at: path)
    }
    #expect(try name("name = \"Mine\"\n[feed]\nkind = \"odd\"\n") == "Mine")
    #expect(try name("") == "Portfolio")
    for wrong in ["name = ", "name = 7"] { #expect(throws: ConfigurationError.self) { try name(wrong) } }
    #expect(throws: ConfigurationError.self) { try Configuration.portfolioName(at: folder.path + "/none.toml") }
  }

  @Test("display and alert tables are read")
  func screen() throws {
    let tables = """
      [display]
      refresh_ms = 250
      theme = "light"
      unicode = "never"
      colour = "16"
      mouse = false
      hide_balances = true
      [alerts]
      bell = false
      dwell_seconds = 2.5
      margin_warning = 0.3
      margin_critical = 0.7
      funding_reversal = false
      """
    let configuration = try parse(TestText.minimal + tables)
    let display = DisplayConfiguration(
      refresh: .milliseconds(250), theme: "light", unicode: .never, colour: .palette16, mouse: false, hideBalances: true
    )
    let alerts = AlertConfiguration(
      bell: false, dwell: .milliseconds(2500), marginWarning: 0.3, marginCritical: 0.7, fundingReversal: false)
    #expect(configuration.display == display && configuration.alerts == alerts)
  }

  @Test("what costs are judged by is stated by strategy; what is left out is 30 days, 10 % and 3")
  func costs() throws {
    #expect(try parse(TestText.minimal).portfolio.strategies[0].policy.costs == CostPolicy())
    #expect(CostPolicy() == CostPolicy(averagingWindow: .days(30), drop: 0.1, riskAversion: 3))
    let table = "[strategy.costs]\naverage_days = 7\ndrop = \"0.25\"\nrisk_aversion = 0\n"
    #expect(
      try parse(TestText.minimal + table).portfolio.strategies[0].policy.costs
        == CostPolicy(averagingWindow: .days(7), drop: 0.25, riskAversion: 0))
  }

  @Test("a hedge is shared out among futures on two coins when the mode says so, and not with a transition")
  func minimumVariance() throws {
    let text =
      TestText.minimal.replacing("hedge_ratio", with: "mode = \"minimum-variance\"\nhedge_ratio")
      + "[[strategy.leg]]\ninstrument = \"ETH-PERP\"\ncontracts = 0\n"
    #expect(try parse(text).portfolio.strategies[0].policy.mode == .minimumVariance)
  }
}
