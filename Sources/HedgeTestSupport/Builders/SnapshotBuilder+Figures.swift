import FoundationEssentials
import HedgeAnalytics
import HedgeModel

extension SnapshotBuilder {
  /// V_S.
  public var spotValue: Double { holdings.reduce(0) { $0 + $1.value } }

  /// Net beta less target, or nil without spot.
  public var drift: Double? { spotValue == 0 ? nil : netBeta - target }

  private var spotBeta: Double { holdings.reduce(0) { $0 + $1.value * $1.beta } / spotValue }
  private var legBetaDollars: Double { legs.reduce(0) { $0 + $1.notional * $1.beta } }
  private var netBeta: Double { spotBeta + legBetaDollars / spotValue }
  private var target: Double { (1 - hedgeRatio.inexact) * spotBeta }
  private var accountWallets: Double { accounts.reduce(0) { $0 + $1.wallet } }

  /// A number that has no meaning for a book without spot.
  private func overSpot(_ value: @autoclosure () -> Double) -> Reading<Double> {
    spotValue == 0 ? .unknown(UnknownReason(.undefined, "no spot value to divide by")) : reading(value())
  }

  var figures: PortfolioFigures {
    let strategies = [strategy]
    let totals = PortfolioTotals(of: strategies)
    return PortfolioFigures(
      now: now, name: name, currency: currency, benchmark: Benchmark("BTC"),
      benchmarkPrice: reading(holdings.first?.price ?? 65_012.5), benchmarkChange: reading(0.0123),
      strategies: strategies, totals: totals,
      allocation: AllocationFigures(of: portfolio, strategies: strategies, equity: totals.equity),
      accounts: accounts.map(account))
  }

  private var strategy: StrategyFigures {
    let spotValue = spotValue
    return StrategyFigures(
      name: strategyName, kind: .spotHedge, policy: policy,
      holdings: holdings.map { holding($0, spotValue: spotValue) },
      legs: legs.map { leg($0, spotValue: spotValue) }, equity: reading(spotValue + accountWallets),
      leverage: reading(
        (spotValue + legs.reduce(0) { $0 + abs($1.notional) }) / (spotValue + accountWallets)),
      spotValue: reading(spotValue), spotChange: overSpot(0.0087),
      legNotional: reading(legs.reduce(0) { $0 + $1.notional }),
      unrealisedProfit: reading(legs.reduce(0) { $0 + $1.profit }), netBeta: netBetaFigures, funding: funding,
      suggestions: suggestions,
      suggestionsUnavailable: condition == .fresh ? nil : UnknownReason(.notReceived, "prices are not current"))
  }

  private var portfolio: Portfolio {
    Portfolio(
      name: name, currency: currency, benchmark: Benchmark("BTC"), strategies: [], accounts: [], instruments: [:],
      spotMarkets: [:])
  }

  private var policy: HedgePolicy {
    HedgePolicy(
      hedgeRatio: hedgeRatio, band: band, mode: .benchmark(InstrumentID(venue: "simulated", symbol: "BTC-PERP")))
  }

  private func holding(_ sample: HoldingSample, spotValue: Double) -> HoldingFigures {
    let noPrice = "no price of \(sample.instrument) yet"
    return HoldingFigures(
      origin: sample.account.map { .collateral($0) } ?? .spot, asset: Asset(sample.symbol),
      instrument: sample.instrument, quantity: .stated(sample.quantity), price: reading(sample.price, noPrice),
      change: reading(sample.change, noPrice), value: reading(sample.value, noPrice),
      weight: reading(sample.value / spotValue, noPrice), beta: reading(sample.estimate, "too few bars"),
      betaDollars: reading(sample.value * sample.beta, noPrice),
      contribution: reading(sample.value * sample.beta / spotValue, noPrice),
      unrealisedProfit: sample.profit.map { reading($0, noPrice) }
        ?? .unknown(UnknownReason(.notConfigured, "no cost is stated")))
  }

  private var netBetaFigures: NetBetaFigures {
    let drift = overSpot(netBeta - target)
    let verdict: NetBetaFigures.Verdict =
      if let reason = drift.unknownReason {
        .unknown(reason)
      } else if drift.isStale {
        .stale
      } else {
        (drift.value ?? 0).magnitude > band ? .breach : .inBand
      }
    return NetBetaFigures(
      denominator: .spotValue, denominatorValue: reading(spotValue), spotBeta: overSpot(spotBeta),
      netBeta: overSpot(netBeta), netBetaOverEquity: overSpot(netBeta * spotValue / (spotValue + accountWallets)),
      target: overSpot(target), drift: drift, driftValue: drift.map { $0 * spotValue },
      achievedHedgeRatio: overSpot(-legBetaDollars / spotValue / spotBeta),
      driftStandardError: overSpot(0.0284), isWithinNoise: drift.map { ($0.magnitude - band).magnitude <= 0.0568 },
      band: band, verdict: verdict,
      attribution: overSpot(0).map { _ in
        DriftAttribution(since: now - .hours(2.2), prices: 0.0041, fills: 0, betas: -0.0112, target: 0)
      })
  }

  private var suggestions: [TradeSuggestion] {
    guard condition == .fresh, let drift, let leg = legs.first, leg.mark * leg.beta != 0 else { return [] }
    let exact = -drift * spotValue / (leg.mark * leg.beta)
    let lots = (exact * 100).rounded()
    guard lots != 0, lots.magnitude < 1e9 else { return [] }
    let traded = lots / 100
    return [
      TradeSuggestion(
        leg: id(leg), exactContracts: exact, contracts: Decimal(Int(lots)) / 100, price: leg.mark,
        notional: traded * leg.mark, fee: (traded * leg.mark).magnitude * 0.0005,
        residualBeta: (traded - exact) * leg.mark * leg.beta / spotValue, warnings: [])
    ]
  }

  private func account(_ sample: AccountSample) -> AccountFigures {
    let profit = legs.filter { $0.account == sample.id }.reduce(0) { $0 + $1.profit }
    let notional = legs.filter { $0.account == sample.id }.reduce(0) { $0 + $1.notional.magnitude }
    let equity = sample.wallet + profit
    let move: Reading<Double> =
      sample.liquidatingMove == nil && condition != .unknown
      ? .unknown(unknownMove ?? UnknownReason(.undefined, "no move liquidates it"))
      : reading(sample.liquidatingMove ?? 0)
    return AccountFigures(
      id: sample.id, convention: sample.convention, walletBalance: reading(sample.wallet),
      unrealisedProfit: reading(profit), equity: reading(equity), initialMargin: reading(notional / 5),
      maintenanceMargin: reading(sample.maintenance), ratio: sample.ratio(equity: equity) { reading($0) },
      normalisedRatio: reading(equity > 0 ? sample.maintenance / equity : 2), liquidatingBenchmarkMove: move,
      collateralToSurvive: reading(sample.toSurvive), survivalMove: 0.2)
  }

  func id(_ sample: LegSample) -> LegID {
    LegID(
      strategy: strategyName, instrument: InstrumentID(venue: "simulated", symbol: sample.symbol),
      account: sample.account)
  }
}
