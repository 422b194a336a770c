/// All that is asked of Deribit: methods of its JSON-RPC that read, by GET. Weights are its credits.
enum DeribitEndpoints {
  /// The venue's time.
  static let time = Endpoint(.get, "/api/v2/public/get_time", weight: 500)
  /// Specifications. It has a budget of its own, a question a second.
  static let instruments = Endpoint(.get, "/api/v2/public/get_instruments", weight: 10_000)
  /// Prices, mark, index and funding of an instrument.
  static let ticker = Endpoint(.get, "/api/v2/public/ticker", weight: 500)
  /// Order book of an instrument.
  static let book = Endpoint(.get, "/api/v2/public/get_order_book", weight: 500)
  /// Bars of an instrument.
  static let chart = Endpoint(.get, "/api/v2/public/get_tradingview_chart_data", weight: 500)
  /// Funding of a perpetual by the hour.
  static let funding = Endpoint(.get, "/api/v2/public/get_funding_rate_history", weight: 500)
  /// Says what a key may do; the token it gives is not used.
  static let authentication = Endpoint(.get, "/api/v2/public/auth", weight: 500, access: .signed)
  /// Balances and margin by currency.
  static let summaries = Endpoint(.get, "/api/v2/private/get_account_summaries", weight: 500, access: .signed)
  /// Positions.
  static let positions = Endpoint(.get, "/api/v2/private/get_positions", weight: 500, access: .signed)
  /// What was booked. A question a second.
  static let transactions = Endpoint(.get, "/api/v2/private/get_transaction_log", weight: 10_000, access: .signed)

  static let all = [
    time, instruments, ticker, book, chart, funding, authentication, summaries, positions, transactions,
  ]
}
