import HedgeModel
import MarketData

/// The state of a perpetual or a spot pair, `ctx`: what is the same over HTTP and in streams.
struct HyperliquidContext {
  let mark: Double?
  /// Of perpetuals: the oracle's price.
  let oracle: Double?
  /// Half-way between bid and ask; nil when a side is empty.
  let mid: Double?
  /// Of perpetuals: the rate of an hour.
  let funding: Double?

  init(_ value: JSONValue) throws(DecodingFault) {
    mark = try value.double("markPx").flatMap { $0 > 0 ? $0 : nil }
    oracle = try value.double("oraclePx").flatMap { $0 > 0 ? $0 : nil }
    mid = try value.double("midPx").flatMap { $0 > 0 ? $0 : nil }
    funding = try value.double("funding")
  }

  /// Mark, index and funding of a perpetual; nothing of a spot pair, whose mark price is none to value by.
  func futureValues(at now: Timestamp) -> [MarketUpdate.Value] {
    var values: [MarketUpdate.Value] = []
    if let mark { values.append(.mark(mark)) }
    if let oracle { values.append(.index(oracle)) }
    if let rate = fundingRate(at: now) { values.append(.funding(rate)) }
    return values
  }

  func fundingRate(at now: Timestamp) -> FundingRate? {
    funding.flatMap {
      FundingRate(
        rate: $0, interval: HyperliquidMarket.fundingInterval, nextStamp: HyperliquidMarket.nextFunding(after: now))
    }
  }
}
