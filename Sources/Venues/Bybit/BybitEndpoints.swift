/// All that is ever asked of Bybit; every one of them reads.
enum BybitEndpoints {
  static let time = Endpoint(.get, "/v5/market/time")
  static let instruments = Endpoint(.get, "/v5/market/instruments-info")
  static let tickers = Endpoint(.get, "/v5/market/tickers")
  static let candles = Endpoint(.get, "/v5/market/kline")
  static let fundingHistory = Endpoint(.get, "/v5/market/funding/history")
  static let book = Endpoint(.get, "/v5/market/orderbook")
  static let riskLimits = Endpoint(.get, "/v5/market/risk-limit")
  static let accountInformation = Endpoint(.get, "/v5/account/info", access: .signed)
  static let wallet = Endpoint(.get, "/v5/account/wallet-balance", access: .signed)
  static let positions = Endpoint(.get, "/v5/position/list", access: .signed)
  static let transactions = Endpoint(.get, "/v5/account/transaction-log", access: .signed)
  static let key = Endpoint(.get, "/v5/user/query-api", access: .signed)

  static let all = [
    time, instruments, tickers, candles, fundingHistory, book, riskLimits, accountInformation, wallet, positions,
    transactions, key,
  ]
}
