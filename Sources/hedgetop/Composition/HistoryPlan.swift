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

  /// The perpetuals whose legs state when they were opened, with the earliest such instant.
  static func funding(for portfolio: Portfolio) -> [(instrument: InstrumentID, since: Timestamp)] {
    let legs = portfolio.strategies.flatMap(\.legs)
    let opened = legs.compactMap { leg -> (InstrumentID, Timestamp)? in
      guard case .perpetual = portfolio.instruments[leg.instrument]?.kind, let opened = leg.openedAt else { return nil }
      return (leg.instrument, opened)
    }
    return Dictionary(opened, uniquingKeysWith: min).sorted { $0.key < $1.key }
      .map { (instrument: $0.key, since: $0.value) }
  }
}

extension Portfolio {
  /// Every instrument whose price the figures need.
  var watchedInstruments: [InstrumentID] {
    let traded = strategies.flatMap { $0.legs.map(\.instrument) + $0.holdings.map(\.instrument) }
    return Set(traded + spotMarkets.values).sorted()
  }
}
