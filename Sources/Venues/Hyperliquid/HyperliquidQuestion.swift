import HedgeModel

/// The questions Hyperliquid is asked, each with its body: a closed list, and all of them read.
enum HyperliquidQuestion {
  /// Items of a page of anything that has a time range.
  static let pageSize = 500
  /// Candles of an answer, and how far back there are any.
  static let candleCount = 5000

  /// The venue's time.
  static let status = VenueRequest(HyperliquidEndpoints.light, body: #"{"type":"exchangeStatus"}"#)
  /// Perpetuals with their state.
  static let perpetuals = VenueRequest(HyperliquidEndpoints.common, body: #"{"type":"metaAndAssetCtxs"}"#)
  /// Perpetuals with their margin tables.
  static let margins = VenueRequest(HyperliquidEndpoints.common, body: #"{"type":"meta"}"#)
  /// Spot pairs with their state.
  static let spots = VenueRequest(HyperliquidEndpoints.common, body: #"{"type":"spotMetaAndAssetCtxs"}"#)

  /// The order book.
  static func book(of coin: String) -> VenueRequest {
    VenueRequest(HyperliquidEndpoints.light, body: #"{"type":"l2Book","coin":\#(JSONQuoting.quote(coin))}"#)
  }

  /// Bars that open in [`start`, `end`].
  static func candles(
    of coin: String, _ interval: BetaPolicy.BarInterval, from start: Timestamp, to end: Timestamp
  ) -> VenueRequest {
    let name = interval == .hour ? "1h" : "1d"
    let span = (end - start).wholeMilliseconds / interval.duration.wholeMilliseconds
    let count = min(max(span + 1, 1), Int64(candleCount))
    let range = #""startTime":\#(start.milliseconds),"endTime":\#(end.milliseconds)"#
    return VenueRequest(
      HyperliquidEndpoints.common,
      body: #"{"type":"candleSnapshot","req":{"coin":\#(JSONQuoting.quote(coin)),"interval":"\#(name)",\#(range)}}"#,
      weight: HyperliquidEndpoints.common.weight + Int(count / 60))
  }

  /// Funding stamps of a perpetual from `start`.
  static func funding(of coin: String, from start: Timestamp) -> VenueRequest {
    VenueRequest(
      HyperliquidEndpoints.common,
      body: #"{"type":"fundingHistory","coin":\#(JSONQuoting.quote(coin)),"startTime":\#(start.milliseconds)}"#,
      weight: HyperliquidEndpoints.common.weight + pageSize / 20)
  }

  /// Perpetual positions and margin of an address.
  static func margin(of address: String) -> VenueRequest {
    VenueRequest(HyperliquidEndpoints.light, body: asking("clearinghouseState", of: address))
  }

  /// Spot balances of an address.
  static func spotBalances(of address: String) -> VenueRequest {
    VenueRequest(HyperliquidEndpoints.light, body: asking("spotClearinghouseState", of: address))
  }

  /// What an address is: a user, an agent that signs for one, a vault.
  static func role(of address: String) -> VenueRequest {
    VenueRequest(HyperliquidEndpoints.heavy, body: asking("userRole", of: address))
  }

  /// Funding an address received and paid, from `start`.
  static func fundingPayments(of address: String, from start: Timestamp) -> VenueRequest {
    VenueRequest(
      HyperliquidEndpoints.common,
      body: #"{"type":"userFunding","user":\#(JSONQuoting.quote(address)),"startTime":\#(start.milliseconds)}"#,
      weight: HyperliquidEndpoints.common.weight + pageSize / 20)
  }

  private static func asking(_ type: String, of address: String) -> String {
    #"{"type":"\#(type)","user":\#(JSONQuoting.quote(address))}"#
  }
}
