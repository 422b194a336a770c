import FoundationEssentials
import HedgeAnalytics
import HedgeModel
import HedgeStore
import HedgeTestSupport

@testable import Panels

/// A sample snapshot with the profit and the studies of carry that its numbers give by the real analytics.
struct ProfitSample {
  var builder = SnapshotBuilder.calm
  /// Whether the studies have been made.
  var hasStudies = true
  /// Days of past funding there are.
  var days = 400
  /// Multiplies past and current funding.
  var fundingFactor = 1.0
  /// Multiplies current funding alone.
  var currentFactor = 1.0
  /// Fall of the benchmark the hedge is to protect against.
  var drop = 0.1

  init(_ builder: SnapshotBuilder = .calm) {
    self.builder = builder
  }

  var snapshot: HedgeSnapshot {
    var priced = builder
    for index in priced.legs.indices {
      priced.legs[index].fundingRate = priced.legs[index].fundingRate.map { $0 * fundingFactor * currentFactor }
    }
    let plain = priced.snapshot
    return HedgeSnapshot(
      now: plain.now, sequence: plain.sequence, figures: plain.figures, feeds: plain.feeds, alerts: plain.alerts,
      log: plain.log, histories: plain.histories, recentPrices: plain.recentPrices, dueReviews: plain.dueReviews,
      decisionLocks: plain.decisionLocks, attribution: attribution,
      studies: hasStudies ? studies(plain.figures) : Studies())
  }

  /// Prices, yields and alternatives of the figures.
  private func studies(_ figures: PortfolioFigures) -> Studies {
    let market = CarryMarket(stamps: stamps, takerFees: ["main": 0.0005, "coin": 0.0004])
    var studies = Studies()
    studies.carry = InstrumentCarry.all(
      in: figures, terms: CarryTerms(borrowRates: ["BTC": 0.02]), market: market)
    var prices: [String: HedgePriceFigures] = [:]
    var alternatives: [String: [HedgeAlternatives]] = [:]
    for strategy in figures.strategies {
      let terms = HedgePriceTerms(holdingPeriod: .days(30), drop: drop)
      prices[strategy.name] = HedgePricing.figures(of: strategy, terms: terms, market: market, at: figures.now)
      alternatives[strategy.name] = HedgeAlternatives.all(of: strategy, terms: terms, market: market, at: figures.now)
    }
    (studies.prices, studies.alternatives) = (prices, alternatives)
    return studies
  }

  /// Funding every eight hours that wanders between its present rate and zero.
  private var stamps: [InstrumentID: Reading<FundingStamps>] {
    guard builder.condition != .unknown else { return [:] }
    var stamps: [InstrumentID: Reading<FundingStamps>] = [:]
    for leg in builder.legs.prefix(20) where leg.fundingRate != nil && days > 0 {
      let count = days * 3
      let payments = (0..<count).map { index in
        let wave = Double((index * 7) % 41) / 40 + Double((index / 90) % 3) / 2 - 0.4
        return FundingStamp(
          time: builder.now - .hours(Double(8 * (count - index))),
          rate: (leg.fundingRate ?? 0) * fundingFactor * wave, markPrice: leg.mark)
      }
      stamps[instrument(leg)] = .known(
        FundingStamps(payments), Provenance(asOf: builder.now - .hours(8), source: "simulated"))
    }
    return stamps
  }

  private func instrument(_ leg: LegSample) -> InstrumentID { InstrumentID(venue: "simulated", symbol: leg.symbol) }
}

extension ProfitSample {
  /// Opened twelve days ago, rebalanced three hours ago, one funding payment since.
  private var attribution: ProfitAttribution {
    guard builder.condition != .unknown else { return ProfitAttribution() }
    var ledger = AttributionLedger(
      openings,
      benchmark: AttributionBenchmark(
        components: [AttributionBenchmark.Component(price: price(of: "BTC"), weight: 1)]))
    ledger.advance(to: point(hoursAgo: 30, 0.965))
    ledger.advance(to: point(hoursAgo: 11.9, 0.98))
    ledger.advance(to: point(hoursAgo: 4, 0.99))
    ledger.settle(
      builder.legs.compactMap { leg in
        leg.fundingRate.map {
          AttributionPayment(
            on: id(leg), FundingStamp(time: builder.now - .hours(4), rate: $0 * fundingFactor, markPrice: leg.mark))
        }
      })
    ledger.advance(to: point(hoursAgo: 3, 0.992))
    ledger.mark(.rebalance)
    if let leg = builder.legs.first {
      let mark = Decimal(exactly: "\((leg.mark * 0.992 * 10).rounded() / 10)") ?? 0
      ledger.fill(AttributionFill(of: .leg(id(leg)), contracts: -1, price: mark - 2, mid: mark, fee: 12))
    }
    ledger.advance(to: point(hoursAgo: 0, 1))
    return ProfitAttribution(ledgers: [builder.strategyName: ledger])
  }

  private var openings: [AttributionOpening] {
    let coins = builder.holdings.map { holding in
      let id = holding.account.map { AttributedPosition.ID.wallet($0, Asset(holding.symbol)) }
      return AttributionOpening(
        AttributedPosition(
          id: id ?? .holding(holding.instrument), kind: id == nil ? .spot : .collateral, asset: Asset(holding.symbol),
          price: price(of: holding.symbol), spot: price(of: holding.symbol), coin: price(of: holding.symbol)),
        quantity: holding.quantity)
    }
    let opened = builder.now - .days(12.4)
    return coins
      + builder.legs.map { leg in
        let spot = price(of: leg.underlying.symbol)
        return AttributionOpening(
          AttributedPosition(
            id: .leg(id(leg)), kind: .linear, asset: leg.underlying, price: .mark(instrument(leg), rate: 1), spot: spot,
            coin: spot),
          quantity: leg.contracts,
          entry: AttributedPosition.Entry(price: leg.entry, at: opened, market: point(hoursAgo: 297.6, 0.98)))
      }
  }

  private func id(_ leg: LegSample) -> LegID {
    LegID(strategy: builder.strategyName, instrument: instrument(leg), account: leg.account)
  }

  private func price(of symbol: String) -> AttributionPrice {
    .quote(InstrumentID(venue: "simulated", symbol: symbol), rate: 1)
  }

  /// All prices at `factor` of those of now; coins that move more than the benchmark do so in the past as well.
  private func point(hoursAgo: Double, _ factor: Double) -> MarketPoint {
    let at = builder.now - .hours(hoursAgo)
    var provenance = Provenance(asOf: at, source: "simulated")
    if case .stale(let age) = builder.condition, hoursAgo == 0 {
      provenance = Provenance(asOf: at - age, source: "simulated", isStale: true)
    }
    var markets: [InstrumentID: InstrumentMarket] = [:]
    for (place, holding) in builder.holdings.enumerated() {
      let own = 1 + (factor - 1) * (1 + 0.17 * Double(place % 5))
      markets[holding.instrument, default: InstrumentMarket(unknown: holding.instrument)].quote =
        Quote(price: holding.price * own).map { .known($0, provenance) }
        ?? .unknown(UnknownReason(.invalid, "no price"))
    }
    for leg in builder.legs {
      let mark = leg.mark * (1 + (factor - 1) * 1.04)
      markets[instrument(leg), default: InstrumentMarket(unknown: instrument(leg))].mark = .known(mark, provenance)
    }
    let betas = builder.holdings.reduce(into: [Asset: Double]()) { $0[Asset($1.symbol)] = $1.beta }
    return MarketPoint(at: at, markets: MarketTable(markets), betas: BetaLookup(stated: betas))
  }
}

extension ProfitSample {
  /// ``calm``, with funding so dear that the hedge costs more than it protects.
  static var dear: ProfitSample {
    var sample = ProfitSample()
    sample.fundingFactor = -60
    sample.drop = 0.01
    return sample
  }

  /// Every sample there is, by name.
  static let all: [(name: String, sample: ProfitSample)] =
    SnapshotBuilder.all.map { ($0.name, ProfitSample($0.builder)) } + [("dear", dear), ("young", young), ("new", new)]

  /// Without any past funding.
  static var young: ProfitSample {
    var sample = ProfitSample()
    sample.days = 0
    return sample
  }

  /// Before the studies are made.
  static var new: ProfitSample {
    var sample = ProfitSample()
    sample.hasStudies = false
    return sample
  }

  /// One sample by its name.
  static func named(_ name: String) -> ProfitSample { all.first { $0.name == name }?.sample ?? ProfitSample() }
}
