import FoundationEssentials
import HedgeModel

/// What the simulated venue lists: the data a real venue would publish.
///
/// Start prices, betas and volatilities are of the order of magnitude the real coins showed in 2024; they are the
/// truth of this market, not an estimate of another. The first coin is the benchmark.
enum SimulatedVenue {
  static let name = "simulated"
  static let currency: Asset = "USD"

  /// Volatilities and rates of the whole market.
  static let benchmarkVolatility = 0.45
  static let inverseBasisDeviation = 0.0004
  static let meanCarry = 0.06
  static let carryDeviation = 0.02
  /// Contract size of the inverse perpetual, in USD.
  static let inverseMultiplier: Decimal = 100
  static let inverseFundingHours = 8

  static let coins: [SimulatedCoin] = [
    coin("BTC", 65_000, beta: 1, own: 0, tick: "0.1", lot: "0.001", spread: 0.1, funding: 8, basis: 4, depth: 250),
    coin(
      "ETH", 3_500, beta: 1.15, own: 0.25, tick: "0.01", lot: "0.001", spread: 0.1, funding: 8, basis: 4, depth: 160),
    coin("SOL", 150, beta: 1.45, own: 0.50, tick: "0.01", lot: "0.01", spread: 0.4, funding: 4, basis: 7, depth: 60),
    coin("BNB", 580, beta: 0.85, own: 0.30, tick: "0.01", lot: "0.01", spread: 0.3, funding: 8, basis: 4, depth: 40),
    coin("XRP", 0.6, beta: 1, own: 0.45, tick: "0.0001", lot: "0.1", spread: 0.6, funding: 8, basis: 5, depth: 40),
    coin("ADA", 0.45, beta: 1.2, own: 0.45, tick: "0.0001", lot: "1", spread: 0.8, funding: 8, basis: 5, depth: 15),
    coin("AVAX", 35, beta: 1.5, own: 0.55, tick: "0.001", lot: "1", spread: 0.6, funding: 8, basis: 6, depth: 15),
    coin("LINK", 14, beta: 1.25, own: 0.50, tick: "0.001", lot: "0.01", spread: 0.6, funding: 8, basis: 5, depth: 15),
    coin("DOGE", 0.12, beta: 1.3, own: 0.60, tick: "0.00001", lot: "1", spread: 0.8, funding: 1, basis: 7, depth: 25),
    coin("LTC", 80, beta: 0.95, own: 0.35, tick: "0.01", lot: "0.001", spread: 0.5, funding: 8, basis: 4, depth: 15),
  ]

  /// Spread and basis are stated in hundredths of a percent, depth in thousands of USD.
  private static func coin(
    _ asset: Asset, _ price: Double, beta: Double, own: Double, tick: String, lot: String, spread: Double,
    funding: Int, basis: Double, depth: Double
  ) -> SimulatedCoin {
    SimulatedCoin(
      asset: asset, startPrice: price, beta: beta, idiosyncraticVolatility: own,
      tickSize: Decimal(exactly: tick) ?? 1, lotStep: Decimal(exactly: lot) ?? 1, halfSpread: spread * 1e-4,
      fundingHours: funding, basisDeviation: basis * 1e-4, depth: depth * 1000)
  }

  /// Everything listed by a venue that opened at `start`: spot and perpetual of each coin, then the two others.
  static func listings(start: Timestamp) -> [SimulatedListing] {
    let spots = coins.indices.map { SimulatedListing(.spot, coin: $0, spotInstrument(coins[$0])) }
    let perpetuals = coins.indices.map { SimulatedListing(.perpetual, coin: $0, perpetual(coins[$0])) }
    let others = [
      SimulatedListing(.inverse, coin: 0, inverse(coins[0])),
      SimulatedListing(.dated, coin: 0, quarterly(coins[0], expiry: expiry(after: start))),
    ]
    return spots + perpetuals + others
  }

  /// 08:00 UTC of the first Friday at least 90 days after `start`, as quarterly futures expire.
  static func expiry(after start: Timestamp) -> Timestamp {
    let day: Int64 = 86_400_000
    let earliest = (start + .days(90)).milliseconds
    // 1970-01-02, day 1, was a Friday.
    let friday = (earliest - 8 * 3_600_000 + 6 * day - 1) / (7 * day) * 7 + 1
    return Timestamp(milliseconds: friday * day + 8 * 3_600_000)
  }

  private static func id(_ symbol: String) -> InstrumentID { InstrumentID(venue: name, symbol: symbol) }

  private static func spotInstrument(_ coin: SimulatedCoin) -> Instrument {
    Instrument(
      id: id(coin.asset.symbol), kind: .spot, underlying: coin.asset, quote: currency, settlement: currency,
      tickSize: coin.tickSize, lotStep: Decimal(sign: .plus, exponent: -6, significand: 1), minimumNotional: 5)
  }

  private static func perpetual(_ coin: SimulatedCoin) -> Instrument {
    Instrument(
      id: id("\(coin.asset)-PERP"), kind: .perpetual(fundingInterval: .hours(Double(coin.fundingHours))),
      underlying: coin.asset, quote: currency, settlement: currency, tickSize: coin.tickSize, lotStep: coin.lotStep,
      minimumQuantity: coin.lotStep, minimumNotional: 5)
  }

  private static func inverse(_ coin: SimulatedCoin) -> Instrument {
    Instrument(
      id: id("\(coin.asset)-INVERSE"), kind: .perpetual(fundingInterval: .hours(Double(inverseFundingHours))),
      convention: .inverse, underlying: coin.asset, quote: currency, settlement: coin.asset,
      multiplier: inverseMultiplier, tickSize: coin.tickSize, lotStep: 1, minimumQuantity: 1)
  }

  private static func quarterly(_ coin: SimulatedCoin, expiry: Timestamp) -> Instrument {
    Instrument(
      id: id("\(coin.asset)-QUARTERLY"), kind: .dated(expiry: expiry), underlying: coin.asset, quote: currency,
      settlement: currency, tickSize: coin.tickSize, lotStep: coin.lotStep, minimumQuantity: coin.lotStep,
      minimumNotional: 5)
  }
}
