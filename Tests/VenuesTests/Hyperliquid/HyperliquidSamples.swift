import HedgeModel

@testable import Venues

/// What the tests of Hyperliquid share; the answers are written by hand in the form the venue documents.
enum HyperliquidSamples {
  static let now = Timestamp(milliseconds: 1_750_948_920_000)
  static let market = HyperliquidMarket()

  static let perpetuals = #"""
    [{"universe":[
        {"name":"BTC","szDecimals":5,"maxLeverage":40,"marginTableId":56},
        {"name":"kPEPE","szDecimals":0,"maxLeverage":10,"marginTableId":52},
        {"name":"LOOM","szDecimals":1,"maxLeverage":3,"onlyIsolated":true,"isDelisted":true,"marginTableId":3},
        {"name":"ODD","szDecimals":-1,"maxLeverage":3}],
      "marginTables":[
        [56,{"description":"tiered 40x","marginTiers":[
          {"lowerBound":"0.0","maxLeverage":40},{"lowerBound":"150000000.0","maxLeverage":20}]}],
        [52,{"description":"","marginTiers":[{"lowerBound":"0.0","maxLeverage":10}]}]],
      "collateralToken":0},
     [{"funding":"0.0000125","openInterest":"1","prevDayPx":"104000.0","premium":"0.0","oraclePx":"104120.0",
       "markPx":"104101.0","midPx":"104100.5","impactPxs":["104100.0","104101.0"]},
      {"funding":"-6.27e-08","oraclePx":"0.012345","markPx":"0.012344","midPx":null},
      {"funding":"0.0","oraclePx":"0.0","markPx":"0.0","midPx":null},
      {"funding":"0.0","oraclePx":"1.0","markPx":"1.0","midPx":"1.0"}]]
    """#

  static let spots = #"""
    [{"universe":[{"tokens":[1,0],"name":"PURR/USDC","index":0,"isCanonical":true},
                  {"tokens":[2,0],"name":"@107","index":107,"isCanonical":false},
                  {"tokens":[9,0],"name":"@9","index":9}],
      "tokens":[{"name":"USDC","szDecimals":8,"weiDecimals":8,"index":0},
                {"name":"PURR","szDecimals":0,"weiDecimals":5,"index":1},
                {"name":"HYPE","szDecimals":2,"weiDecimals":8,"index":2}]},
     [{"coin":"@1","markPx":"3","midPx":"3"},
      {"prevDayPx":"0.2108","markPx":"0.22695","midPx":"0.2268","coin":"PURR/USDC"},
      {"markPx":"34.9","midPx":"34.895","coin":"@107"}]]
    """#

  static let bitcoin = Instrument.perpetual("hyperliquid", "BTC")
  static let purr = Instrument.spot("hyperliquid", "PURR/USDC")
}
