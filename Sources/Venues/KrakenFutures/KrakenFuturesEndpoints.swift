/// All that is asked of Kraken Futures, by GET.
enum KrakenFuturesEndpoints {
  /// Fee schedules: the shortest answer that bears the venue's time, which has no question of its own.
  static let fees = Endpoint(.get, "/derivatives/api/v3/feeschedules")
  /// Specifications with margin levels.
  static let instruments = Endpoint(.get, "/derivatives/api/v3/instruments")
  /// Prices, mark, index and funding of everything.
  static let tickers = Endpoint(.get, "/derivatives/api/v3/tickers")
  /// Order book of an instrument.
  static let book = Endpoint(.get, "/derivatives/api/v3/orderbook")
  /// All funding rates of a perpetual since it began.
  static let funding = Endpoint(.get, "/derivatives/api/v4/historicalfundingrates")
  /// Balances and margin.
  static let accounts = Endpoint(.get, "/derivatives/api/v3/accounts", weight: 2, access: .signed)
  /// Positions.
  static let positions = Endpoint(.get, "/derivatives/api/v3/openpositions", weight: 2, access: .signed)
  /// What was booked. It has a small budget of its own.
  static let log = Endpoint(.get, "/api/history/v3/account-log", weight: 25, access: .signed)
  /// What the key may do.
  static let key = Endpoint(.get, "/api/auth/v1/api-keys/v3/check", access: .signed)

  /// Bars of trades of an instrument.
  static func candles(of symbol: String, resolution: String) -> Endpoint {
    Endpoint(.get, "/api/charts/v1/trade/\(PercentEncoding.encode(symbol))/\(resolution)")
  }

  static let all = [
    fees, instruments, tickers, book, funding, accounts, positions, log, key,
    candles(of: "PF_XBTUSD", resolution: "1h"), candles(of: "PF_XBTUSD", resolution: "1d"),
  ]
}
