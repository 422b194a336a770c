/// All that is asked of Coinbase Exchange.
enum CoinbaseEndpoints {
  /// The venue's time.
  static let time = Endpoint(.get, "/time")
  /// Everything that is traded.
  static let products = Endpoint(.get, "/products")

  /// Last price, bid and ask of a product.
  static func ticker(of product: String) -> Endpoint {
    Endpoint(.get, "/products/\(PercentEncoding.encode(product))/ticker")
  }

  /// Bars of a product.
  static func candles(of product: String) -> Endpoint {
    Endpoint(.get, "/products/\(PercentEncoding.encode(product))/candles")
  }

  /// Order book of a product.
  static func book(of product: String) -> Endpoint {
    Endpoint(.get, "/products/\(PercentEncoding.encode(product))/book")
  }

  static let all = [time, products, ticker(of: "BTC-USD"), candles(of: "BTC-USD"), book(of: "BTC-USD")]
}
