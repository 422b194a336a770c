import FoundationEssentials
import HedgeAnalytics
import HedgeModel

/// Positions and markets of attribution tests in a few words.
enum AttributionBook {
  static let opened = Timestamp(milliseconds: 1_700_000_000_000)
  static let account: AccountID = "main"

  static func spotMarket(_ coin: Asset) -> InstrumentID { InstrumentID(venue: "spot", symbol: coin.symbol) }

  static func leg(_ coin: Asset, _ kind: AttributedPosition.Kind = .linear) -> LegID {
    LegID(
      strategy: "core", instrument: InstrumentID(venue: kind == .inverse ? "coin" : "perp", symbol: coin.symbol),
      account: account)
  }

  static func quote(_ coin: Asset) -> AttributionPrice { .quote(spotMarket(coin), rate: 1) }

  static func benchmark(_ coin: Asset = "BTC") -> AttributionBenchmark {
    AttributionBenchmark(components: [AttributionBenchmark.Component(price: quote(coin), weight: 1)])
  }

  static func spot(_ coin: Asset) -> AttributedPosition {
    AttributedPosition(
      id: .holding(spotMarket(coin)), kind: .spot, asset: coin, price: quote(coin), spot: quote(coin), coin: quote(coin)
    )
  }

  static func future(
    _ coin: Asset, _ kind: AttributedPosition.Kind = .linear, multiplier: Decimal = 1
  ) -> AttributedPosition {
    let id = leg(coin, kind)
    return AttributedPosition(
      id: .leg(id), kind: kind, asset: coin, multiplier: multiplier, price: .mark(id.instrument, rate: 1),
      spot: quote(coin), coin: quote(coin))
  }

  static func wallet(_ coin: Asset) -> AttributedPosition {
    AttributedPosition(
      id: .wallet(account, coin), kind: .collateral, asset: coin, price: quote(coin), spot: quote(coin),
      coin: quote(coin))
  }

  /// A market `hours` after the opening.
  static func market(
    _ hours: Double, spot: [Asset: Double], linear: [Asset: Double] = [:], inverse: [Asset: Double] = [:],
    betas: [Asset: Double] = ["BTC": 1]
  ) -> MarketPoint {
    var marks: [InstrumentID: Double] = [:]
    for (coin, price) in linear { marks[leg(coin).instrument] = price }
    for (coin, price) in inverse { marks[leg(coin, .inverse).instrument] = price }
    var quotes: [InstrumentID: Double] = [:]
    for (coin, price) in spot { quotes[spotMarket(coin)] = price }
    return MarketPoint(at: opened + .hours(hours), quotes: quotes, marks: marks, betas: betas)
  }

  static func stamp(_ hours: Double, rate: Double, mark: Double?) -> FundingStamp {
    FundingStamp(time: opened + .hours(hours), rate: rate, markPrice: mark)
  }
}

extension AttributionLedger {
  /// The parts of one position since its start.
  func parts(of id: AttributedPosition.ID, since period: AttributionPeriod = .start) -> AttributionParts {
    figures(since: period).positions.first { $0.id == id }?.parts ?? .zero
  }

  func parts(since period: AttributionPeriod = .start) -> AttributionParts { figures(since: period).total }
}

extension AttributionParts {
  /// Zero to the cent, or far below where the sums are small.
  var isSettled: Bool { residual.value.map { abs($0.inexact) < 0.005 } ?? false }

  /// The sum of the seven parts.
  var sum: Double? {
    AttributionPart.allCases.reduce(0) { sum, part in sum.flatMap { sum in self[part].value.map { sum + $0 } } }
  }
}
