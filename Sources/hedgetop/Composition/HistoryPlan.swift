import HedgeModel
import HedgeStore
import MarketData

/// Which part of the past a portfolio needs.
enum HistoryPlan {
  /// Bars for everything the store computes from them, of every coin that is priced.
  static func bars(for portfolio: Portfolio, endingAt end: Timestamp) -> [HistoryRequest] {
    BarNeeds.counts(for: portfolio).sorted { $0.key.rawValue < $1.key.rawValue }.flatMap { interval, count in
      Set(portfolio.spotMarkets.values).sorted().map {
        HistoryRequest(instrument: $0, interval: interval, count: count, end: end)
      }
    }
  }

  /// How far back funding is asked for: the price of a hedge rests on what a year of it was like.
  static let fundingSpan = Duration.days(365)

  /// The funding of one perpetual that is asked for.
  struct Payments: Hashable, Sendable {
    let instrument: InstrumentID
    /// Payments after it.
    let since: Timestamp
  }

  /// The perpetuals of all legs, each with the instant to ask from: a year back, or when its first leg was opened.
  static func funding(for portfolio: Portfolio, endingAt end: Timestamp) -> [Payments] {
    let legs = portfolio.strategies.flatMap(\.legs)
    let perpetuals = legs.compactMap { leg -> (InstrumentID, Timestamp)? in
      guard case .perpetual = portfolio.instruments[leg.instrument]?.kind else { return nil }
      return (leg.instrument, min(end - fundingSpan, leg.openedAt ?? end))
    }
    return Dictionary(perpetuals, uniquingKeysWith: min).sorted { $0.key < $1.key }
      .map { Payments(instrument: $0.key, since: $0.value) }
  }
}

extension Portfolio {
  /// Every instrument whose price the figures need.
  var watchedInstruments: [InstrumentID] {
    let traded = strategies.flatMap { $0.legs.map(\.instrument) + $0.holdings.map(\.instrument) }
    return Set(traded + spotMarkets.values).filter { instruments[$0] != nil }.sorted()
  }
}
