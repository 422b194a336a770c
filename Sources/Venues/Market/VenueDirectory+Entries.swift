extension VenueDirectory {
  /// One exchange's market, and how accounts there are read; nil where they cannot be.
  struct Entry: Sendable {
    let market: @Sendable (_ rest: String?, _ stream: String?) -> any VenueMarket
    var account: (@Sendable (VenueCredentials, (any VenueClient)?) -> AccountAccess)?
    /// The market whose client an account is read with as well; nil for none.
    var wallet: String?
  }

  /// A line for each market.
  static let entries: [String: Entry] = [
    "binance-spot": binance(.spot), "binance-usdm": binance(.usdMargined), "binance-coinm": binance(.coinMargined),
    "bybit-spot": bybit(.spot), "bybit-linear": bybit(.linear), "bybit-inverse": bybit(.inverse),
    "okx": Entry(
      market: { usual(OKXMarket(), $0, $1, OKXMarket.init) },
      account: { key, _ in AccountAccess(reader: OKXAccountReader(), signer: OKXSigner(key)) }),
    "hyperliquid": Entry(
      market: { usual(HyperliquidMarket(), $0, $1, HyperliquidMarket.init) },
      account: { key, _ in AccountAccess(reader: HyperliquidAccountReader(address: key.key), signer: nil) }),
    "deribit": Entry(
      market: { usual(DeribitMarket(), $0, $1, DeribitMarket.init) },
      account: { key, _ in AccountAccess(reader: DeribitAccountReader(), signer: DeribitSigner(key)) }),
    "coinbase": Entry(market: { usual(CoinbaseMarket(), $0, $1, CoinbaseMarket.init) }),
  ]

  private static func binance(_ segment: BinanceSegment) -> Entry {
    Entry(
      market: { BinanceMarket(segment, restBase: $0, streamBase: $1) },
      account: { key, wallet in
        AccountAccess(reader: BinanceAccountReader(segment, wallet: wallet), signer: BinanceSigner(key))
      }, wallet: segment == .spot ? nil : BinanceSegment.spot.rawValue)
  }

  private static func bybit(_ category: BybitCategory) -> Entry {
    Entry(
      market: { rest, stream in
        usual(BybitMarket(category), rest, stream) { BybitMarket(category, restBase: $0, streamBase: $1) }
      }, account: { key, _ in AccountAccess(reader: BybitAccountReader(), signer: BybitSigner(key)) })
  }

  /// A market at other hosts, the usual ones where none is stated.
  private static func usual<Market: VenueMarket>(
    _ market: Market, _ rest: String?, _ stream: String?, _ make: (String, String) -> Market
  ) -> Market {
    rest == nil && stream == nil
      ? market : make(rest ?? market.profile.restBase, stream ?? market.profile.streamBase)
  }
}
