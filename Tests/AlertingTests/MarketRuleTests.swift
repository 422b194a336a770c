import Alerting
import FoundationEssentials
import HedgeAnalytics
import HedgeModel
import Testing

/// Funding cost, basis, beta disagreement and the market's regime, rule by rule, with every dwell switched off.
@Suite struct MarketRuleTests {
  private static var policy: AlertPolicy {
    var policy = AlertPolicy()
    policy.fundingCostDwell = .zero
    policy.basisDwell = .zero
    policy.fundingCostPerDay = 100
    policy.datedBasis = 400
    policy.switchedOff = []
    return policy
  }

  private static func alerts(
    _ builder: FigureBuilder, regime: Reading<MarketRegime>? = nil,
    disagreements: [Asset: Reading<BetaDisagreement>] = [:], policy: AlertPolicy = policy
  ) -> [String] {
    var engine = AlertEngine(policy: policy)
    let observations = AlertObservations.from(
      figures: builder.figures, regime: regime, disagreements: disagreements, policy: policy)
    _ = engine.evaluate(observations, now: builder.now)
    return engine.alerts.map { "\($0.severity.word) \($0.id) \($0.message)" }
  }

  private static func building(_ change: (inout FigureBuilder) -> Void) -> FigureBuilder {
    var builder = FigureBuilder()
    change(&builder)
    return builder
  }

  @Test(
    "funding paid beyond a level is told by each measure; received funding costs nothing",
    arguments: [
      (-100.0, -0.3, []), (500, 0.9, []),
      (-120.5, -0.1, ["WARNING funding-cost/day/Main Main: funding costs 120.50 a day, limit 100"]),
      (-1, -0.312, ["WARNING funding-cost/year/Main Main: funding costs 31.2 % of the legs a year, limit 30 %"]),
    ] as [(Double, Double, [String])])
  func fundingCost(_ day: Double, _ year: Double, _ told: [String]) {
    let builder = Self.building {
      $0.fundingPerDay = FigureBuilder.fresh(day)
      $0.fundingPerYear = FigureBuilder.fresh(year)
    }
    #expect(Self.alerts(builder) == told)
  }

  @Test("funding that is unknown or stale neither raises nor ends")
  func fundingUnknown() {
    var engine = AlertEngine(policy: Self.policy)
    func told(_ reading: Reading<Double>) -> [AlertTransition.Kind] {
      let builder = Self.building { $0.fundingPerDay = reading }
      return engine.evaluate(AlertObservations.from(figures: builder.figures, policy: Self.policy), now: builder.now)
        .map(\.kind)
    }
    #expect(told(FigureBuilder.stale(-500)) == [])
    #expect(told(FigureBuilder.fresh(-500)) == [.raised])
    #expect(told(.unknown(FigureBuilder.missing)) == [])
    #expect(told(FigureBuilder.fresh(-95)) == [], "the clear level lies a tenth below")
    #expect(told(FigureBuilder.fresh(-80)) == [.cleared])
  }

  @Test("a basis is told on either side, of perpetuals and dated futures by their own level")
  func basis() {
    let perpetual = Self.building { $0.basis = FigureBuilder.fresh(-120) }
    #expect(
      Self.alerts(perpetual) == [
        "WARNING basis/\(FigureBuilder.legID) Main sim:BTC-PERP: basis -120.0 bp is beyond ±100 bp"
      ])
    let dated = Self.building {
      $0.basis = FigureBuilder.fresh(300)
      $0.kind = .dated(expiry: FigureBuilder.now + .days(30))
    }
    #expect(Self.alerts(dated) == [])
    let flat = Self.building {
      $0.basis = FigureBuilder.fresh(-120)
      $0.contracts = 0
    }
    #expect(Self.alerts(flat) == [], "nothing is held")
  }

  @Test(
    "a market that comes into stress is told, another regime or one that is always so is not, and an unknown one ends nothing"
  )
  func regime() {
    var engine = AlertEngine(policy: Self.policy)
    func told(_ regime: Reading<MarketRegime>) -> [AlertTransition] {
      engine.evaluate(
        AlertObservations.from(figures: FigureBuilder().figures, regime: regime, policy: Self.policy),
        now: FigureBuilder.now)
    }
    #expect(told(Self.regime(average: 0.6)) == [])
    #expect(told(Self.regime(average: 0.9, usually: 0.88)) == [])
    let raised = told(Self.regime(average: 0.9))
    #expect(raised.map(\.alert.id) == ["regime/stress"])
    #expect(
      raised.first?.alert.message
        == "market: in stress, average correlation 0.90; what was diversified moves as one")
    #expect(told(.unknown(FigureBuilder.missing)) == [])
    #expect(told(Self.regime(average: 0.6)).map(\.kind) == [.cleared])
  }

  private static func regime(average: Double, usually usual: Double = 0.6) -> Reading<MarketRegime> {
    MarketRegime.judge(
      RegimeEvidence(
        average: average, history: Array(repeating: usual, count: 40), volatilityRatio: 1, minimumHistory: 30))
  }

  @Test("betas that disagree are information, and only to those who want it")
  func disagreement() {
    let estimates = (
      BetaEstimate(source: .regression, beta: 1.8, standardError: 0.1),
      BetaEstimate(source: .regression, beta: 1.2, standardError: 0.1)
    )
    let reading = Reading.stated(BetaDisagreement(days: (30, 90), betas: estimates, DisagreementRule()))
    let few = Reading<BetaDisagreement>.unknown(UnknownReason(.tooFewObservations, "too few"))
    let told = Self.alerts(FigureBuilder(), disagreements: ["ETH": reading, "SOL": few])
    #expect(told == ["INFO beta/ETH ETH: its betas over 30 and 90 days differ by +0.60, error 0.14"])
    #expect(AlertPolicy().switchedOff == [.betaDisagreement])
  }

  @Test("a rule that is switched off raises nothing, and ends what it has raised", arguments: AlertKind.allCases)
  func switchedOff(kind: AlertKind) {
    let builder = Self.building {
      $0.drift = FigureBuilder.fresh(0.2)
      $0.normalisedRatio = FigureBuilder.fresh(0.9)
      $0.liquidatingMove = FigureBuilder.fresh(0.05)
      $0.basis = FigureBuilder.fresh(500)
      $0.fundingPerDay = FigureBuilder.fresh(-500)
    }
    var policy = Self.policy
    policy.driftDwell = .zero
    var engine = AlertEngine(policy: policy)
    func evaluate() -> [AlertTransition] {
      engine.evaluate(AlertObservations.from(figures: builder.figures, policy: engine.policy), now: builder.now)
    }
    let raised = evaluate()
    #expect(
      Set(raised.map { $0.alert.id.prefix { $0 != "/" } }) == [
        "drift", "margin", "liquidation", "basis", "funding-cost",
      ])
    engine.policy.switchedOff = [kind]
    let ended = evaluate()
    #expect(ended.allSatisfy { $0.kind == .cleared })
    #expect(engine.alerts.count + ended.count == raised.count && ended.count == raised.count { Self.is($0, of: kind) })
    if kind == .drift {
      #expect(engine.bandTimes["Main"]?.outsideSince != nil, "its time beyond the band still counts")
    }
  }

  private static func `is`(_ transition: AlertTransition, of kind: AlertKind) -> Bool {
    let names: [AlertKind: String] = [
      .drift: "drift", .margin: "margin", .liquidation: "liquidation", .basis: "basis", .fundingCost: "funding-cost",
    ]
    return names[kind].map { transition.alert.id.hasPrefix($0 + "/") } ?? false
  }
}
