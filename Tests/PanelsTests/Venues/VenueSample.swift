import FoundationEssentials
import HedgeAnalytics
import HedgeModel
import HedgeStore
import HedgeTestSupport

/// Snapshots of accounts that are read from their venues: compared with it, or not read yet.
enum VenueSample {
  static let now = SnapshotBuilder.calm.now
  static let future = InstrumentID(venue: "simulated", symbol: "BTC-PERP")

  /// A line of ours against a venue's, off when there is a cause.
  static func line(
    _ subject: Reconciliation.Line.Subject, _ instrument: InstrumentID? = future, ours: Double, venue: Double?,
    cause: String? = nil
  ) -> Reconciliation.Line {
    let known = Provenance(asOf: now - .seconds(4), source: "main")
    let mine = Reading.known(ours, Provenance(asOf: now, source: "simulated"))
    let told: Reading<Double> =
      venue.map { .known($0, known) } ?? .unknown(UnknownReason(.notReceived, "the venue does not tell it"))
    return Reconciliation.Line(
      subject: subject, instrument: instrument, ours: mine, venue: told,
      difference: mine.divided(by: told, undefined: "the venue reckons nothing").map { $0 - 1 }, cause: cause)
  }

  static let agreeing: [Reconciliation.Line] = [
    line(.liquidationPrice, ours: 87_420, venue: 87_391.5), line(.maintenanceMargin, ours: 1262, venue: 1262),
  ]
  static let differing: [Reconciliation.Line] = [
    line(
      .liquidationPrice, ours: 87_420, venue: 85_120.4,
      cause: "the balance or another position of the account, or a fee of liquidation"),
    line(.maintenanceMargin, ours: 1262, venue: 1577.5, cause: "the margin table"),
  ]

  /// The calm sample with its account `main` compared.
  static func compared(_ lines: [Reconciliation.Line], _ builder: SnapshotBuilder = .calm) -> SnapshotBuilder {
    var builder = builder
    builder.reconciliations = [Reconciliation(account: "main", lines: lines)]
    builder.accountsReadAt = ["main": builder.now - .seconds(4)]
    return builder
  }

  /// Feeds of three exchanges as they fare: name, state in words, and how many seconds ago the last value came.
  static func feeds(_ states: [(name: String, words: String, age: Int?)]) -> [FeedStatus] {
    states.map { state in
      FeedStatus(
        name: state.name, label: state.name, isLive: true, isHealthy: state.words == "live", words: state.words,
        lastEventAt: state.age.map { now - .seconds($0) })
    }
  }

  static let live = feeds([("binance-usdm", "live", 0), ("coinbase", "live", 1), ("hyperliquid", "live", 0)])
  static let stale = feeds([("binance-usdm", "stale 35 s", 35), ("coinbase", "live", 1), ("hyperliquid", "live", 0)])

  /// A hedge whose account and wallet have not been read, by the real valuation.
  static var unread: HedgeSnapshot {
    let market = InstrumentID(venue: "coinbase", symbol: "BTC-USD")
    let step = Decimal(1) / 100
    let bitcoin = Instrument(
      id: market, kind: .spot, underlying: "BTC", quote: "USD", settlement: "USD", tickSize: step, lotStep: step)
    let fees = FeeSchedule(taker: Decimal(5) / 10_000, maker: Decimal(2) / 10_000)
    let venue = "binance-usdm"
    let strategy = Strategy(
      name: "Bitcoin",
      holdings: [
        Holding(asset: "BTC", instrument: market, quantity: Decimal(3) / 2), .unread(in: "binance", of: venue),
      ],
      legs: [.unread(in: "binance", of: venue)],
      policy: HedgePolicy(
        hedgeRatio: Decimal(8) / 10, band: 0.05,
        mode: .benchmark(InstrumentID(venue: venue, symbol: "BTCUSDT"))))
    let portfolio = Portfolio(
      name: "Live hedge", currency: "USD", benchmark: Benchmark("BTC"), strategies: [strategy],
      accounts: [
        Account(id: "binance", convention: .binance, balances: [:], tiers: [:], fees: fees, isRead: true)
      ], instruments: [market: bitcoin], spotMarkets: ["BTC": market])
    let known = Provenance(asOf: now, source: "coinbase")
    var priced = InstrumentMarket(unknown: market)
    priced.quote = Quote(price: 65_012.5).map { .known($0, known) } ?? priced.quote
    let figures = PortfolioValuation.evaluate(
      ValuationInput(
        portfolio: portfolio, now: now, markets: [market: priced],
        accountReadings: AccountReadings(unread: ["binance"])))
    return HedgeSnapshot(now: now, sequence: 1, figures: figures, feeds: live)
  }
}
