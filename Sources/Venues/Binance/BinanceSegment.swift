import HedgeModel

/// One of the three markets of Binance that hedgetop reads. They speak nearly the same words on hosts of their own.
public enum BinanceSegment: String, Hashable, Sendable, CaseIterable {
  /// Coins themselves.
  case spot = "binance-spot"
  /// Futures margined and settled in a dollar coin: linear.
  case usdMargined = "binance-usdm"
  /// Futures margined and settled in the coin: inverse.
  case coinMargined = "binance-coinm"

  /// The convention of the contracts that belong to the market. Since the two futures markets were joined a host may
  /// tell of both kinds, so what a contract is follows from its specification, and this only says which are listed.
  var convention: Instrument.Convention { self == .coinMargined ? .inverse : .linear }

  /// The `st` of a stream's messages: 1 for contracts margined in dollars, 2 for those margined in coins.
  var symbolType: Int64 { self == .coinMargined ? 2 : 1 }

  var title: String {
    switch self {
    case .spot: "Binance Spot"
    case .usdMargined: "Binance USDⓈ-M"
    case .coinMargined: "Binance COIN-M"
    }
  }

  var restBase: String {
    switch self {
    case .spot: "https://api.binance.com"
    case .usdMargined: "https://fapi.binance.com"
    case .coinMargined: "https://dapi.binance.com"
    }
  }

  var streamBase: String {
    switch self {
    case .spot: "wss://stream.binance.com:9443"
    case .usdMargined: "wss://fstream.binance.com"
    case .coinMargined: "wss://dstream.binance.com"
    }
  }

  /// The two futures markets share one budget.
  var weightLimit: RateLimit {
    self == .spot
      ? RateLimit("binance-spot-weight", capacity: 6000, per: .seconds(60))
      : RateLimit("binance-futures-weight", capacity: 2400, per: .seconds(60))
  }

  /// Questions about the key itself have a budget beside the spot market's.
  static let walletLimit = RateLimit("binance-wallet-weight", capacity: 12_000, per: .seconds(60))

  /// How often the funding of the past and its intervals may be asked for on USDⓈ-M, together.
  static let fundingLimit = RateLimit("binance-usdm-funding", capacity: 500, per: .seconds(300))
}
