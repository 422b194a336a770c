/// All that is ever asked of OKX; every one of them reads.
///
/// The venue counts each endpoint apart. The weights make one budget of 20 in two seconds keep all of them.
enum OKXEndpoints {
  static let time = Endpoint(.get, "/api/v5/public/time", weight: 2)
  static let instruments = Endpoint(.get, "/api/v5/public/instruments")
  static let tickers = Endpoint(.get, "/api/v5/market/tickers")
  static let ticker = Endpoint(.get, "/api/v5/market/ticker")
  static let marks = Endpoint(.get, "/api/v5/public/mark-price", weight: 2)
  static let indexes = Endpoint(.get, "/api/v5/market/index-tickers")
  static let funding = Endpoint(.get, "/api/v5/public/funding-rate", weight: 2)
  static let fundingHistory = Endpoint(.get, "/api/v5/public/funding-rate-history", weight: 2)
  static let candles = Endpoint(.get, "/api/v5/market/candles")
  static let olderCandles = Endpoint(.get, "/api/v5/market/history-candles")
  static let book = Endpoint(.get, "/api/v5/market/books")
  static let tiers = Endpoint(.get, "/api/v5/public/position-tiers", weight: 2)
  static let configuration = Endpoint(.get, "/api/v5/account/config", weight: 4, access: .signed)
  static let balance = Endpoint(.get, "/api/v5/account/balance", weight: 2, access: .signed)
  static let positions = Endpoint(.get, "/api/v5/account/positions", weight: 2, access: .signed)
  static let bills = Endpoint(.get, "/api/v5/account/bills", weight: 2, access: .signed)
  static let olderBills = Endpoint(.get, "/api/v5/account/bills-archive", weight: 4, access: .signed)

  static let all = [
    time, instruments, tickers, ticker, marks, indexes, funding, fundingHistory, candles, olderCandles, book, tiers,
    configuration, balance, positions, bills, olderBills,
  ]
}
