import FoundationEssentials
import HedgeAnalytics
import HedgeModel
import SeededRandom
import Testing

@Suite struct TransitionPlanTests {
  static func spot(_ asset: Asset, lot: String = "0.00001") -> Instrument {
    Instrument(
      id: Book.spot(asset), kind: .spot, underlying: asset, quote: "USD", settlement: "USD", tickSize: .exact("0.01"),
      lotStep: .exact(lot))
  }

  /// 10 BTC at 50,000, 30 % of them short, on the way into ETH at 2,500.
  static func request(
    to other: Asset? = "ETH", steps: Int = 5, short: String = "-3", lot: String = "0.001", ethBeta: Double = 1.2,
    quantity: Decimal? = nil, band: Double = 0.05, fee: Double? = 0.0005, isShared: Bool = false,
    rest: TransitionRequest.Rest = .none
  ) -> TransitionRequest {
    let btc = TransitionHedge(
      instrument: TradeTicketTests.future("BTC", lot: lot), account: "main", contracts: .exact(short), price: 50_000,
      beta: 1, feeRate: fee)
    let eth = TransitionHedge(
      instrument: TradeTicketTests.future("ETH", lot: lot), account: "main", price: 2_500, beta: ethBeta, feeRate: fee)
    return TransitionRequest(
      strategy: "core", at: TradeTicketTests.at, currency: "USD",
      from: TransitionCoin(spot: spot("BTC"), quantity: 10, price: 50_000, beta: 1, feeRate: fee),
      to: other.map { TransitionCoin(spot: spot($0), quantity: 0, price: 2_500, beta: ethBeta, feeRate: fee) },
      hedging: isShared ? .shared(btc) : .each(from: btc, to: other == nil ? nil : eth), quantity: quantity,
      hedgeRatio: 0.3, steps: steps, band: band, rest: rest)
  }

  @Test("S4: the short is bought back as the spot is sold; keeping it after selling 30 % would leave 40 % net")
  func articleError() throws {
    let plan = try TransitionPlan(Self.request(to: nil, steps: 1, quantity: 3))
    let step = plan.steps[0]
    let buyBack = try #require(step.ticket.lines.first { $0.instrument.isFuture })
    #expect(buyBack.side == .buy && buyBack.contracts == .exact("0.9"))
    #expect(isClose(step.residual.netBeta ?? 0, 0.7))
    // 70 of spot against 21 short are 49 net, which is 70 % of what is held …
    #expect(isClose(step.residual.book.unhedgedBetaValue + step.residual.book.legBetaValue, 0.49 * 500_000))
    // … and not the 40 that keeping all 30 short leaves.
    let kept = step.ticket.residual(withoutFillOf: [buyBack.id])
    #expect(isClose(kept.book.unhedgedBetaValue + kept.book.legBetaValue, 0.4 * 500_000))
    #expect(isClose(kept.netBeta ?? 0, 4.0 / 7) && !kept.isInBand)
  }

  @Test("every step sells and buys spot, buys back and sells shorts, and leaves the hedge at its ratio")
  func steps() throws {
    let plan = try TransitionPlan(Self.request())
    #expect(plan.steps.map(\.number) == [1, 2, 3, 4, 5] && plan.refusal == nil)
    for (index, step) in plan.steps.enumerated() {
      let traded = Dictionary(uniqueKeysWithValues: step.ticket.lines.map { ("\($0.instrument.id)", $0.contracts) })
      #expect(traded["spot:BTC"] == -2 && traded["spot:ETH"] == 40)
      #expect(traded["perp:BTC"] == .exact("0.6") && traded["perp:ETH"] == -12)
      let moved = Double(index + 1) / 5
      #expect(isClose(step.residual.netBeta ?? 0, 0.7 * ((1 - moved) + 1.2 * moved)), "step \(step.number)")
      #expect(abs(step.residual.drift ?? 1) < 1e-9)
    }
    #expect(isClose(plan.fees ?? 0, 0.0005 * (2 * 500_000 + 2 * 150_000)))
  }

  @Test("the steps add up to the whole exactly, and each stays on the lots, whatever the number of steps")
  func sums() throws {
    var generator = SeededGenerator(seed: 12)
    for round in 0..<120 {
      let quantity = Decimal(Int.random(in: 1...1_000_000, using: &generator)) * .exact("0.00001")
      let steps = Int.random(in: 1...40, using: &generator)
      let plan = try TransitionPlan(
        Self.request(
          to: round % 5 == 0 ? nil : "ETH", steps: steps, ethBeta: generator.uniform(0.5...2), quantity: quantity,
          isShared: round % 3 == 0))
      let lines = plan.steps.flatMap(\.ticket.lines)
      func total(_ name: String) -> Decimal {
        lines.filter { "\($0.instrument.id)" == name }.reduce(0) { $0 + $1.contracts }
      }
      let last = try #require(plan.steps.last)
      #expect(total("spot:BTC") == -quantity && last.after.sold == quantity, "round \(round)")
      #expect(total("spot:ETH") == last.after.bought)
      for hedge in plan.request.hedges {
        #expect(hedge.contracts + total("\(hedge.instrument.id)") == last.after.contracts[hedge.id], "round \(round)")
      }
      #expect(last.after.unspent >= -1e-6)
      if plan.request.to != nil { #expect(last.after.unspent <= 2_500 * 0.00001 + 1e-6) }
      for (step, next) in zip(plan.steps, plan.steps.dropFirst()) {
        #expect(step.after == next.before)
        #expect(abs(step.residual.drift ?? 1) * step.residual.book.value <= 50_000 * 0.001 * 2, "round \(round)")
      }
    }
  }

  @Test("with one future for all, only what the betas differ by is traded in it")
  func shared() throws {
    let plan = try TransitionPlan(Self.request(isShared: true))
    for step in plan.steps {
      let futures = step.ticket.lines.filter(\.instrument.isFuture)
      // 100,000 move from a beta of 1 to one of 1.2: 0.3·0.2·100,000 / 50,000 more are short.
      #expect(futures.map(\.contracts) == [.exact("-0.12")])
      #expect(abs(step.residual.drift ?? 1) < 1e-9)
    }
    #expect(
      try TransitionPlan(Self.request(ethBeta: 1, isShared: true)).steps.allSatisfy { $0.ticket.lines.count == 2 })
  }

  @Test("a step that leaves net beta outside the band is refused with the numbers")
  func refusal() throws {
    // Whole contracts of 50,000 against a seventh of 500,000 a step: 0.9 of a contract wanted, 1 or none possible.
    let plan = try TransitionPlan(Self.request(to: nil, steps: 4, short: "-3", lot: "1", quantity: 5, band: 0.03))
    let refused = try #require(plan.steps.first { $0.refusal != nil })
    guard case .outsideBand(let number, let net?, let target?, let drift?, let band)? = refused.refusal else {
      Issue.record("no numbers in \(String(describing: refused.refusal))")
      return
    }
    #expect(number == refused.number && band == 0.03 && isClose(target, 0.7))
    #expect(isClose(net - target, drift) && abs(drift) > band)
    #expect(plan.refusal == refused.refusal)
    #expect(plan.refusal?.description.contains("outside the band ±0.03") == true)
    let error = try #require(refused.refusal)
    #expect(throws: error) { try plan.next(after: refused.before) }
    #expect(refused.ticket.warnings.contains { $0.word == "outside_band" })
  }

  @Test("a book that is off before the plan is brought to its ratio by the first step")
  func catchesUp() throws {
    let plan = try TransitionPlan(Self.request(short: "0"))
    #expect(plan.start.isInBand == false)
    let first = plan.steps[0]
    #expect(first.ticket.lines.first { "\($0.instrument.id)" == "perp:BTC" }?.contracts == .exact("-2.4"))
    #expect(abs(first.residual.drift ?? 1) < 1e-9)
  }

  @Test("the next step follows from what was done: from the start it is the first, at the end there is none")
  func next() throws {
    let plan = try TransitionPlan(Self.request())
    var position = TransitionPosition(startOf: plan.request)
    for step in plan.steps {
      let next = try #require(try plan.next(after: position))
      #expect(next.number == step.number && next.ticket.lines == step.ticket.lines)
      position = next.after
    }
    #expect(try plan.next(after: position) == nil)
  }

  @Test("a step done in part is completed: the short that was not bought back, the proceeds not spent")
  func partial() throws {
    let plan = try TransitionPlan(Self.request())
    var position = plan.steps[1].after
    let bitcoin = plan.request.hedges[0].id
    position.contracts[bitcoin] = plan.steps[0].after.contracts[bitcoin]
    let next = try #require(try plan.next(after: position))
    #expect(next.number == 3)
    #expect(next.ticket.lines.first { $0.id == bitcoin }?.contracts == .exact("1.2"))
    // All spot done, one short missing: the last step once more, and nothing but that.
    var last = plan.steps[4].after
    last.contracts[bitcoin] = .exact("-0.4")
    last.unspent = 2_500
    let rest = try #require(try plan.next(after: last))
    #expect(Set(rest.ticket.lines.map(\.id.instrument.symbol)) == ["BTC", "ETH"])
    #expect(rest.ticket.lines.contains { $0.id == bitcoin && $0.contracts == .exact("0.4") })
    #expect(rest.ticket.lines.contains { !$0.instrument.isFuture && $0.contracts == 1 })
  }

  @Test("smaller steps risk less when one trade of them is not filled")
  func worstFailure() throws {
    let risks = try [2, 4, 8, 16].map { steps in
      abs(try TransitionPlan(Self.request(steps: steps)).steps[0].worstFailure?.drift ?? .nan)
    }
    #expect(zip(risks, risks.dropFirst()).allSatisfy { $0 > $1 }, "\(risks)")
  }

  @Test("what else the book holds counts in net beta, and is left alone")
  func rest() throws {
    let rest = TransitionRequest.Rest(value: 200_000, unhedgedBetaValue: 300_000, legBetaValue: -90_000)
    let plan = try TransitionPlan(Self.request(rest: rest))
    let last = try #require(plan.steps.last).residual
    #expect(isClose(last.netBeta ?? 0, 0.7 * (600_000 + 300_000) / 700_000))
    #expect(isClose(last.book.value, 700_000))
    let off = TransitionRequest.Rest(value: 200_000, unhedgedBetaValue: 300_000, legBetaValue: 0)
    #expect(try TransitionPlan(Self.request(rest: off)).refusal != nil)
    #expect(try TransitionPlan(Self.request(short: "-4.8", isShared: true, rest: off)).refusal == nil)
  }

  @Test("all of it into cash ends with neither spot nor short; a fee that is not stated is not zero")
  func intoCash() throws {
    let plan = try TransitionPlan(Self.request(to: nil, steps: 3, fee: nil))
    let last = try #require(plan.steps.last)
    #expect(last.after.sold == 10 && last.after.contracts.values.allSatisfy { $0 == 0 })
    #expect(last.refusal == nil && last.residual.netBeta == nil && isClose(last.after.unspent, 500_000))
    #expect(plan.fees == nil)
  }

  @Test("what makes no plan is refused")
  func invalid() {
    func error(_ request: TransitionRequest) -> TransitionError? {
      do {
        _ = try TransitionPlan(request)
        return nil
      } catch { return error }
    }
    #expect(error(Self.request(steps: 0)) == .noSteps(0))
    #expect(error(Self.request(quantity: 11)) == .quantity(11, held: 10))
    #expect(error(Self.request(quantity: 0)) == .quantity(0, held: 10))
    #expect(error(Self.request(to: "BTC")) == .sameTwice(Book.spot("BTC")))
    #expect(error(Self.request(ethBeta: 0)) == .movesNothing(Book.perpetual("ETH")))
    let request = Self.request()
    let unhedged = TransitionRequest(
      strategy: "core", at: request.at, currency: "USD", from: request.from, to: request.to,
      hedging: .each(from: request.hedges[0], to: nil), hedgeRatio: 0.3, steps: 1)
    #expect(error(unhedged) == .noHedge("ETH"))
    let free = TransitionRequest(
      strategy: "core", at: request.at, currency: "USD", from: request.from,
      to: TransitionCoin(spot: Self.spot("ETH"), quantity: 0, price: 0, beta: 1), hedging: request.hedging,
      hedgeRatio: 0.3, steps: 1)
    #expect(error(free) == .price(Book.spot("ETH")))
  }
}
