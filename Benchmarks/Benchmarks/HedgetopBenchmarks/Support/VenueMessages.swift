import FoundationEssentials
import HedgeModel
import Venues

/// Messages of one exchange's stream of prices, in its shape, of 50 instruments in turn.
struct VenueMessages {
  /// The time of the first.
  static let start = Timestamp(milliseconds: 1_795_000_000_000)
  private static let coins = (0..<50).map { "C\($0)" }

  /// Its name in print.
  let title: String
  private let venue: String
  /// The index of the stream among those the market opens.
  private let place: Int
  private let symbol: @Sendable (String) -> String
  /// What the connection is sent before, of one symbol; nil for nothing.
  private var opening: (@Sendable (_ symbol: String) -> String)?
  private let text: @Sendable (_ symbol: String, _ tick: Tick) -> String

  /// What changes from message to message.
  struct Tick {
    let number: Int
    let bid: String
    let ask: String
    let last: String
    let mark: String

    var time: Int64 { start.milliseconds + Int64(number) }

    init(_ number: Int) {
      self.number = number
      let price = 60_000 + number * 7 % 900
      bid = "\(price).1"
      ask = "\(price).9"
      last = "\(price).5"
      mark = "\(price).47310000"
    }
  }

  /// The stream, subscribed to all instruments.
  func stream() -> any VenueStream {
    guard let market = VenueDirectory.market(venue) else { preconditionFailure("\(venue) is no exchange") }
    let instruments = Self.coins.map { coin in
      Instrument(
        id: InstrumentID(venue: venue, symbol: symbol(coin)),
        kind: venue == "coinbase" ? .spot : .perpetual(fundingInterval: .hours(1)), underlying: Asset(coin),
        quote: "USD",
        settlement: "USD", tickSize: 1, lotStep: 1)
    }
    return market.streams(for: instruments)[place]
  }

  /// What comes first of each instrument, such as the snapshot that changes belong to.
  func firstMessages() -> [[UInt8]] {
    opening.map { opening in Self.coins.map { Array(opening(symbol($0)).utf8) } } ?? []
  }

  /// The message of this number.
  func message(_ number: Int) -> [UInt8] {
    Array(text(symbol(Self.coins[number % Self.coins.count]), Tick(number + 1)).utf8)
  }

  /// Those of all exchanges.
  static let all = [
    coinbase, binanceBook, binanceMark, bybit, okxTicker, okxMark, hyperliquidBook, hyperliquidContext, deribit, kraken,
  ]

  private static let coinbase = VenueMessages(title: "Coinbase ticker", venue: "coinbase", place: 0) {
    "\($0)-USD"
  } text: { symbol, tick in
    let time = Timestamp(milliseconds: tick.time).iso8601
    return #"{"type":"ticker","sequence":\#(tick.number),"product_id":"\#(symbol)","price":"\#(tick.last)","#
      + #""open_24h":"60000.1","volume_24h":"94381.28","low_24h":"59000.2","high_24h":"61000.3","#
      + #""volume_30d":"2295579.57","best_bid":"\#(tick.bid)","best_bid_size":"1.5","best_ask":"\#(tick.ask)","#
      + #""best_ask_size":"2.5","side":"buy","time":"\#(time)","trade_id":\#(tick.number),"last_size":"0.04"}"#
  }

  private static let binanceBook = VenueMessages(title: "Binance bookTicker", venue: "binance-usdm", place: 0) {
    "\($0)USDT"
  } text: { symbol, tick in
    #"{"stream":"\#(symbol.lowercased())@bookTicker","data":{"e":"bookTicker","u":\#(tick.number),"s":"\#(symbol)","#
      + #""b":"\#(tick.bid)","B":"31.21","a":"\#(tick.ask)","A":"40.66","T":\#(tick.time),"E":\#(tick.time),"#
      + #""ps":"\#(symbol)","st":1}}"#
  }

  private static let binanceMark = VenueMessages(title: "Binance markPrice", venue: "binance-usdm", place: 1) {
    "\($0)USDT"
  } text: { symbol, tick in
    #"{"stream":"\#(symbol.lowercased())@markPrice@1s","data":{"e":"markPriceUpdate","E":\#(tick.time),"#
      + #""s":"\#(symbol)","p":"\#(tick.mark)","ap":"\#(tick.mark)","P":"\#(tick.mark)","i":"\#(tick.mark)","#
      + #""r":"0.00010000","T":1795017600000,"ps":"\#(symbol)","st":1}}"#
  }

  private static let bybit = VenueMessages(title: "Bybit tickers, changes", venue: "bybit-linear", place: 0) {
    "\($0)USDT"
  } opening: { symbol in
    #"{"topic":"tickers.\#(symbol)","type":"snapshot","data":{"symbol":"\#(symbol)","lastPrice":"1","markPrice":"1","#
      + #""indexPrice":"1","nextFundingTime":"1795017600000","fundingRate":"0.0001","bid1Price":"1","bid1Size":"1","#
      + #""ask1Price":"2","ask1Size":"1"},"cs":0,"ts":\#(start.milliseconds)}"#
  } text: { symbol, tick in
    #"{"topic":"tickers.\#(symbol)","type":"delta","data":{"symbol":"\#(symbol)","tickDirection":"PlusTick","#
      + #""lastPrice":"\#(tick.last)","markPrice":"\#(tick.mark)","indexPrice":"\#(tick.mark)","#
      + #""openInterestValue":"15747.08","turnover24h":"23389.1894","volume24h":"661543.991","#
      + #""bid1Price":"\#(tick.bid)","bid1Size":"3.5","ask1Price":"\#(tick.ask)","ask1Size":"7.1"},"#
      + #""cs":\#(tick.number),"ts":\#(tick.time)}"#
  }

  private static let okxTicker = VenueMessages(title: "OKX tickers", venue: "okx", place: 0) {
    "\($0)-USDT-SWAP"
  } text: { symbol, tick in
    #"{"arg":{"channel":"tickers","instId":"\#(symbol)"},"data":[{"instType":"SWAP","instId":"\#(symbol)","#
      + #""last":"\#(tick.last)","lastSz":"1","askPx":"\#(tick.ask)","askSz":"3","bidPx":"\#(tick.bid)","bidSz":"4","#
      + #""open24h":"60000.1","high24h":"61000.2","low24h":"59000.3","sodUtc0":"60000.4","sodUtc8":"60000.5","#
      + #""volCcy24h":"2620.289","vol24h":"779573","ts":"\#(tick.time)"}]}"#
  }

  private static let okxMark = VenueMessages(title: "OKX mark-price", venue: "okx", place: 0) {
    "\($0)-USDT-SWAP"
  } text: { symbol, tick in
    #"{"arg":{"channel":"mark-price","instId":"\#(symbol)"},"data":[{"instType":"SWAP","instId":"\#(symbol)","#
      + #""markPx":"\#(tick.mark)","ts":"\#(tick.time)"}]}"#
  }

  private static let hyperliquidBook = VenueMessages(title: "Hyperliquid bbo", venue: "hyperliquid", place: 0) {
    $0
  } text: { symbol, tick in
    #"{"channel":"bbo","data":{"coin":"\#(symbol)","time":\#(tick.time),"bbo":[{"px":"\#(tick.bid)","sz":"42.09","#
      + #""n":1},{"px":"\#(tick.ask)","sz":"100.26","n":2}]}}"#
  }

  private static let hyperliquidContext = VenueMessages(
    title: "Hyperliquid activeAssetCtx", venue: "hyperliquid", place: 0
  ) {
    $0
  } text: { symbol, tick in
    #"{"channel":"activeAssetCtx","data":{"coin":"\#(symbol)","ctx":{"funding":"0.0000125","#
      + #""openInterest":"18617460.0","prevDayPx":"60000.1","dayNtlVlm":"7665220.55613","premium":"0.00008521","#
      + #""oraclePx":"\#(tick.mark)","markPx":"\#(tick.mark)","midPx":"\#(tick.last)","#
      + #""impactPxs":["\#(tick.bid)","\#(tick.ask)"],"dayBaseVlm":"1234.5"}}}"#
  }

  private static let deribit = VenueMessages(title: "Deribit ticker", venue: "deribit", place: 0) {
    "\($0)_USDC-PERPETUAL"
  } text: { symbol, tick in
    #"{"jsonrpc":"2.0","method":"subscription","params":{"channel":"ticker.\#(symbol).agg2","data":{"#
      + #""timestamp":\#(tick.time),"stats":{"volume_usd":284061480,"volume":7871.02,"price_change":0.7229,"#
      + #""low":59000.5,"high":61000.5},"state":"open","settlement_price":60000.49,"open_interest":502097590,"#
      + #""min_price":59500.5,"max_price":60500.5,"mark_price":\#(tick.mark),"last_price":\#(tick.last),"#
      + #""interest_value":1.7362511643080387,"instrument_name":"\#(symbol)","index_price":\#(tick.mark),"#
      + #""funding_8h":2.11e-05,"estimated_delivery_price":\#(tick.mark),"current_funding":0.0000312,"#
      + #""best_bid_price":\#(tick.bid),"best_bid_amount":5000,"best_ask_price":\#(tick.ask),"#
      + #""best_ask_amount":100}}}"#
  }

  private static let kraken = VenueMessages(title: "Kraken Futures ticker", venue: "kraken-futures", place: 0) {
    "PF_\($0)USD"
  } text: { symbol, tick in
    #"{"feed":"ticker","product_id":"\#(symbol)","bid":\#(tick.bid),"ask":\#(tick.ask),"bid_size":1.5,"ask_size":5.8,"#
      + #""volume":287575,"dtm":0,"leverage":"50x","index":\#(tick.mark),"premium":0.2,"last":\#(tick.last),"#
      + #""time":\#(tick.time),"change":0.6,"suspended":false,"tag":"perpetual","pair":"X:USD","#
      + #""openInterest":393129.5,"markPrice":\#(tick.mark),"maturityTime":0,"funding_rate":0.1234,"#
      + #""relative_funding_rate":0.0000125,"funding_rate_prediction":0.1234,"#
      + #""relative_funding_rate_prediction":0.0000125,"next_funding_rate_time":1795003200000,"post_only":false}"#
  }

  private init(
    title: String, venue: String, place: Int, symbol: @escaping @Sendable (String) -> String,
    opening: (@Sendable (String) -> String)? = nil, text: @escaping @Sendable (String, Tick) -> String
  ) {
    self.title = title
    self.venue = venue
    self.place = place
    self.symbol = symbol
    self.opening = opening
    self.text = text
  }
}
