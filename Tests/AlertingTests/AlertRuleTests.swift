import Alerting
import Foundation
import HedgeAnalytics
import HedgeModel
import Testing

/// From figures to the words of an alert, rule by rule, with every dwell switched off.
@Suite struct AlertRuleTests {
  private static var policy: AlertPolicy {
    var policy = AlertPolicy()
    policy.driftDwell = .zero
    policy.unknownFigureDwell = .zero
    return policy
  }

  /// What stands after the figures have been seen once, as `WARNING drift/Main: words`.
  private static func alerts(
    _ builder: FigureBuilder, feeds: [FeedCondition] = [], reviews: [String: ReviewPoint] = [:]
  ) -> [String] {
    var engine = AlertEngine(policy: policy)
    _ = engine.evaluate(
      AlertObservations.from(figures: builder.figures, feeds: feeds, reviews: reviews, policy: policy),
      now: builder.now)
    return engine.alerts.map { "\($0.severity.word) \($0.id) \($0.message)" }
  }

  private static func building(_ change: (inout FigureBuilder) -> Void) -> FigureBuilder {
    var builder = FigureBuilder()
    change(&builder)
    return builder
  }

  @Test("figures in order raise nothing")
  func quiet() {
    #expect(Self.alerts(FigureBuilder(), feeds: [FeedCondition(name: "sim", isStale: false)]) == [])
  }

  @Test("a margin nobody can watch is told: of an account that is read whatever is missing, else what should have come")
  func unwatchedMargin() {
    func told(_ reason: UnknownReason, isRead: Bool, held: Decimal = -1) -> [String] {
      let builder = Self.building { ($0.liquidatingMove, $0.contracts) = (.unknown(reason), held) }
      var engine = AlertEngine(policy: Self.policy)
      let observations = AlertObservations.from(
        figures: builder.figures, read: isRead ? ["Futures"] : [], policy: Self.policy)
      _ = engine.evaluate(observations, now: builder.now)
      return engine.alerts.map(\.message)
    }
    let untold = UnknownReason(.notConfigured, "no margin table of BTC-PERP")
    let words = "Main: margin of Futures cannot be watched: "
    #expect(told(untold, isRead: true) == [words + "no margin table of BTC-PERP"])
    #expect(told(untold, isRead: false) == [], "what was left out by hand is not missed")
    #expect(told(FigureBuilder.missing, isRead: false) == [words + "no mark price of sim:BTC-PERP"])
    #expect(told(FigureBuilder.missing, isRead: true, held: 0) == [], "nothing is held there")
    #expect(told(UnknownReason(.undefined, "no move liquidates"), isRead: true) == [])
  }

  @Test("an account that reckons otherwise stays told while it cannot be read, and is over when it agrees")
  func unreadReconciliation() {
    let line = Reconciliation.Line(
      subject: .equity, instrument: nil, ours: FigureBuilder.fresh(1), venue: FigureBuilder.fresh(2),
      difference: FigureBuilder.fresh(-0.5), cause: "a balance")
    var policy = Self.policy
    policy.reconciliationDwell = .zero
    var engine = AlertEngine(policy: policy)
    func told(_ lines: [Reconciliation.Line]?) -> [String] {
      let compared = lines.map { [Reconciliation(account: "Futures", lines: $0)] } ?? []
      let observations = AlertObservations.from(
        figures: FigureBuilder().figures, reconciliations: compared, read: ["Futures"], policy: policy)
      return engine.evaluate(observations, now: FigureBuilder.now).map { "\($0.kind)" }
    }
    #expect(told([line]) == ["raised"])
    #expect(told(nil) == [])
    #expect(engine.alerts.map(\.isUnverified) == [true])
    #expect(told([]) == ["cleared"])
  }

  @Test(
    "drift is told with its number, band and side",
    arguments: [
      (0.05, []), (-0.05, []),
      (0.0612, ["WARNING drift/Main Main: drift +0.0612 is beyond ±0.05, too little hedged"]),
      (-0.0612, ["WARNING drift/Main Main: drift -0.0612 is beyond ±0.05, too much hedged"]),
      (0.1001, ["CRITICAL drift/Main Main: drift +0.1001 is beyond ±0.1, too little hedged"]),
    ] as [(Double, [String])])
  func drift(_ drift: Double, _ told: [String]) {
    #expect(Self.alerts(Self.building { $0.drift = FigureBuilder.fresh(drift) }) == told)
  }

  @Test(
    "a drift that is stale, missing or not a number is told as such, never as in band",
    arguments: [
      (FigureBuilder.stale(0.2), "data of sim is stale"), (FigureBuilder.fresh(.nan), "the figure is not a number"),
      (.unknown(FigureBuilder.missing), "no mark price of sim:BTC-PERP"),
    ] as [(Reading<Double>, String)])
  func unknownDrift(_ drift: Reading<Double>, _ why: String) {
    let told = Self.alerts(Self.building { $0.drift = drift })
    #expect(told == ["WARNING unknown/Main Main: drift cannot be watched: \(why)"])
  }

  @Test(
    "the margin ratio is told on its way to liquidation",
    arguments: [
      (0.5, []),
      (0.62, ["WARNING margin/Futures Futures: margin ratio at 0.620 of liquidation, limit 0.5"]),
      (1.2, ["CRITICAL margin/Futures Futures: margin ratio at 1.200 of liquidation, limit 0.8"]),
    ] as [(Double, [String])])
  func marginRatio(_ ratio: Double, _ told: [String]) {
    #expect(Self.alerts(Self.building { $0.normalisedRatio = FigureBuilder.fresh(ratio) }) == told)
  }

  @Test(
    "the distance to liquidation is told in the benchmark's move; no such move is safe",
    arguments: [
      (FigureBuilder.fresh(0.2), []),
      (
        FigureBuilder.fresh(0.182),
        ["WARNING liquidation/Futures Futures: a benchmark move of +18.2 % liquidates it, limit ±20 %"]
      ),
      (
        FigureBuilder.fresh(-0.05),
        ["CRITICAL liquidation/Futures Futures: a benchmark move of -5.0 % liquidates it, limit ±10 %"]
      ),
      (.unknown(UnknownReason(.undefined, "no move liquidates")), []),
      (
        .unknown(FigureBuilder.missing),
        ["WARNING unknown/Main Main: margin of Futures cannot be watched: no mark price of sim:BTC-PERP"]
      ),
    ] as [(Reading<Double>, [String])])
  func liquidationDistance(_ move: Reading<Double>, _ told: [String]) {
    #expect(Self.alerts(Self.building { $0.liquidatingMove = move }) == told)
  }

  @Test("a liquidation warning is over when no move liquidates any more, but not when the move is unknown")
  func liquidationOver() {
    var engine = AlertEngine()
    var builder = Self.building { $0.liquidatingMove = FigureBuilder.fresh(0.15) }
    let evaluate = { (engine: inout AlertEngine, builder: FigureBuilder) in
      engine.evaluate(AlertObservations.from(figures: builder.figures), now: builder.now).map(\.kind)
    }
    #expect(evaluate(&engine, builder) == [.raised])
    builder.liquidatingMove = .unknown(FigureBuilder.missing)
    #expect(evaluate(&engine, builder) == [])
    builder.liquidatingMove = .unknown(UnknownReason(.undefined, "no move liquidates"))
    #expect(evaluate(&engine, builder) == [.cleared])
  }

  @Test(
    "a funding reversal is told with who pays; noise around zero and unheld legs are not",
    arguments: [
      (
        -0.0003, true, -1,
        [
          "WARNING funding/\(FigureBuilder.legID) Main sim:BTC-PERP: funding has turned, "
            + "the leg now pays 0.0300 % per interval"
        ]
      ),
      (
        0.0003, true, -1,
        [
          "INFO funding/\(FigureBuilder.legID) Main sim:BTC-PERP: funding has turned, "
            + "the leg now receives 0.0300 % per interval"
        ]
      ),
      (-0.0003, false, -1, []), (-0.000009, true, -1, []), (-0.0003, true, 0, []),
    ] as [(Double, Bool, Decimal, [String])])
  func fundingReversal(_ rate: Double, _ hasReversed: Bool, _ contracts: Decimal, _ told: [String]) {
    let builder = Self.building {
      $0.rate = FigureBuilder.funding(rate)
      $0.hasReversed = hasReversed
      $0.contracts = contracts
    }
    #expect(Self.alerts(builder) == told)
  }

  @Test("a dated future still held at its expiry is critical", arguments: [(0.0, true), (-1, false)])
  func expiry(_ secondsToExpiry: Double, _ isTold: Bool) {
    let expiry = FigureBuilder.now - .seconds(Int64(secondsToExpiry))
    for contracts in [-1, 0] as [Decimal] {
      let told = Self.alerts(
        Self.building {
          $0.kind = .dated(expiry: expiry)
          $0.contracts = contracts
        })
      let words = "Main sim:BTC-PERP expired on 2023-11-14 and hedges nothing any more"
      #expect(told == (isTold && contracts != 0 ? ["CRITICAL expired/\(FigureBuilder.legID) \(words)"] : []))
    }
  }

  @Test("a stale feed is told in the words of its health")
  func staleFeed() {
    let told = Self.alerts(
      FigureBuilder(), feeds: [FeedCondition(name: "binance-usdm", isStale: true, words: "no price for 12 s")])
    #expect(told == ["WARNING feed/binance-usdm feed binance-usdm is stale: no price for 12 s"])
  }

  @Test("each review trigger is measured from the last review")
  func reviews() {
    let builder = Self.building {
      $0.benchmarkPrice = FigureBuilder.fresh(93)
      $0.spotValue = FigureBuilder.fresh(115)
    }
    let review = ReviewPoint(at: FigureBuilder.now - .hours(25), benchmarkPrice: 100, spotValue: 100)
    #expect(
      Self.alerts(builder, reviews: ["Main": review]) == [
        "INFO review/benchmark-move/Main Main: review due, benchmark -7.0 % since the last, limit ±5 %",
        "INFO review/interval/Main Main: review due, last one 25.0 h ago, every 24 h",
        "INFO review/spot-value-change/Main Main: review due, spot value +15.0 % since the last, limit ±10 %",
      ])
    let figures = builder.figures
    let anew = ReviewPoint(figures.strategies[0], in: figures)
    #expect(anew == ReviewPoint(at: FigureBuilder.now, benchmarkPrice: 93, spotValue: 115))
    #expect(Self.alerts(builder, reviews: ["Main": anew]) == [])
    #expect(Self.alerts(builder, reviews: ["Other": review]) == [])
  }

  @Test("a trigger whose figure was not known at the review, or is switched off, is not watched")
  func unwatchedTriggers() {
    let review = ReviewPoint(at: FigureBuilder.now - .hours(25), benchmarkPrice: nil, spotValue: nil)
    let builder = Self.building {
      $0.policy = HedgePolicy(hedgeRatio: 1, mode: .sameAsset, review: ReviewTriggers(interval: nil))
    }
    let rules = AlertObservations.from(figures: builder.figures, reviews: ["Main": review]).map(\.rule)
    for trigger in ReviewTrigger.allCases { #expect(!rules.contains(.reviewDue(strategy: "Main", trigger: trigger))) }
  }

  private static func beta(_ beta: Double, error: Double? = 0.1) -> BetaEstimate {
    BetaEstimate(source: .regression, beta: beta, standardError: error)
  }

  @Test(
    "a beta is told when it has moved by more of its errors at the review than the policy allows",
    arguments: [
      (fresh(1.4), 2, []), (fresh(1.1), 2, []),
      (
        fresh(1.43), 2,
        [
          "INFO review/beta-change/Main Main: review due, beta of BTC from 1.20 to 1.43 since the last, 2.3 standard errors, limit 2"
        ]
      ),
      (
        fresh(0.9), 2.5,
        [
          "INFO review/beta-change/Main Main: review due, beta of BTC from 1.20 to 0.90 since the last, 3.0 standard errors, limit 2.5"
        ]
      ),
      (fresh(9), nil, []), (.unknown(FigureBuilder.missing), 2, []),
      (FigureBuilder.stale(beta(9)), 2, []),
    ] as [(Reading<BetaEstimate>, Double?, [String])])
  func betaShift(_ now: Reading<BetaEstimate>, _ limit: Double?, _ told: [String]) {
    let builder = Self.building {
      $0.beta = now
      $0.policy = HedgePolicy(hedgeRatio: 1, mode: .sameAsset, review: ReviewTriggers(betaChange: limit))
    }
    let review = ReviewPoint(at: builder.now, benchmarkPrice: nil, spotValue: nil, betas: ["BTC": Self.beta(1.2)])
    #expect(Self.alerts(builder, reviews: ["Main": review]) == told)
  }

  private static func fresh(_ beta: Double) -> Reading<BetaEstimate> { FigureBuilder.fresh(Self.beta(beta)) }

  @Test("only betas with an error are remembered, and the regime as soon as it is known")
  func reviewPoint() {
    let stated = Self.building { $0.beta = FigureBuilder.fresh(Self.beta(1.2, error: nil)) }.figures
    var point = ReviewPoint(stated.strategies[0], in: stated)
    #expect(point.betas.isEmpty && point.regime == nil)
    let estimated = Self.building { $0.beta = Self.fresh(1.3) }.figures
    let evidence = RegimeEvidence(average: 0.95, history: [], volatilityRatio: nil, minimumHistory: 30)
    point.complete(with: estimated.strategies[0], MarketRegime.judge(evidence))
    #expect(point.betas["BTC"]?.beta == 1.3 && point.regime == .stress)
    point.complete(with: Self.building { $0.beta = Self.fresh(1.4) }.figures.strategies[0], nil)
    #expect(point.betas["BTC"]?.beta == 1.3 && point.regime == .stress)
  }

  @Test("severity is in the words, not left to colour", arguments: Alert.Severity.allCases)
  func severityWords(_ severity: Alert.Severity) {
    #expect(["INFO", "WARNING", "CRITICAL"].contains(severity.word))
  }

  @Test("no two things share an identity")
  func identities() {
    let other = LegID(strategy: "Main", instrument: FigureBuilder.perpetual, account: "B")
    var rules: [AlertRule] = [
      .drift(strategy: "Main"), .unknownFigure(strategy: "Main"), .marginRatio(account: "Main"),
      .liquidationDistance(account: "Main"), .staleFeed(name: "Main"), .fundingReversal(leg: FigureBuilder.legID),
      .fundingReversal(leg: other), .contractExpired(leg: other),
    ]
    rules += ReviewTrigger.allCases.map { .reviewDue(strategy: "Main", trigger: $0) }
    #expect(Set(rules.map(\.id)).count == rules.count)
  }
}
