/// Everything that may be asked of Binance. All of it reads.
enum BinanceEndpoints {
  static let spotTime = Endpoint(.get, "/api/v3/time")
  static let spotInstruments = Endpoint(.get, "/api/v3/exchangeInfo", weight: 20)
  static let spotQuotes = Endpoint(.get, "/api/v3/ticker/bookTicker", weight: 4)
  static let spotBars = Endpoint(.get, "/api/v3/klines", weight: 2)
  static let spotBook = Endpoint(.get, "/api/v3/depth", weight: 5)
  static let spotAccount = Endpoint(.get, "/api/v3/account", weight: 20, access: .signed)
  static let keyPermissions = Endpoint(.get, "/sapi/v1/account/apiRestrictions", access: .signed)

  static let usdTime = Endpoint(.get, "/fapi/v1/time")
  static let usdInstruments = Endpoint(.get, "/fapi/v1/exchangeInfo")
  static let usdQuotes = Endpoint(.get, "/fapi/v1/ticker/bookTicker", weight: 5)
  static let usdMarks = Endpoint(.get, "/fapi/v1/premiumIndex", weight: 10)
  static let usdFundingIntervals = Endpoint(.get, "/fapi/v1/fundingInfo", ownLimit: BinanceSegment.fundingLimit)
  static let usdFundingStamps = Endpoint(.get, "/fapi/v1/fundingRate", ownLimit: BinanceSegment.fundingLimit)
  static let usdBars = Endpoint(.get, "/fapi/v1/klines", weight: 5)
  static let usdBook = Endpoint(.get, "/fapi/v1/depth", weight: 2)
  static let usdTiers = Endpoint(.get, "/fapi/v1/leverageBracket", access: .signed)
  static let usdAccount = Endpoint(.get, "/fapi/v3/account", weight: 5, access: .signed)
  static let usdPositions = Endpoint(.get, "/fapi/v3/positionRisk", weight: 5, access: .signed)
  static let usdSymbolSettings = Endpoint(.get, "/fapi/v1/symbolConfig", weight: 5, access: .signed)
  static let usdIncome = Endpoint(.get, "/fapi/v1/income", weight: 30, access: .signed)

  static let coinTime = Endpoint(.get, "/dapi/v1/time")
  static let coinInstruments = Endpoint(.get, "/dapi/v1/exchangeInfo")
  static let coinQuotes = Endpoint(.get, "/dapi/v1/ticker/bookTicker", weight: 5)
  static let coinMarks = Endpoint(.get, "/dapi/v1/premiumIndex", weight: 10)
  static let coinFundingIntervals = Endpoint(.get, "/dapi/v1/fundingInfo")
  static let coinFundingStamps = Endpoint(.get, "/dapi/v1/fundingRate")
  static let coinBars = Endpoint(.get, "/dapi/v1/klines", weight: 5)
  static let coinBook = Endpoint(.get, "/dapi/v1/depth", weight: 2)
  static let coinTiers = Endpoint(.get, "/dapi/v2/leverageBracket", weight: 2, access: .signed)
  static let coinAccount = Endpoint(.get, "/dapi/v1/account", weight: 5, access: .signed)
  static let coinPositions = Endpoint(.get, "/dapi/v1/positionRisk", weight: 1, access: .signed)
  static let coinIncome = Endpoint(.get, "/dapi/v1/income", weight: 20, access: .signed)

  static let all = [
    spotTime, spotInstruments, spotQuotes, spotBars, spotBook, spotAccount, keyPermissions,
    usdTime, usdInstruments, usdQuotes, usdMarks, usdFundingIntervals, usdFundingStamps, usdBars, usdBook, usdTiers,
    usdAccount, usdPositions, usdSymbolSettings, usdIncome,
    coinTime, coinInstruments, coinQuotes, coinMarks, coinFundingIntervals, coinFundingStamps, coinBars, coinBook,
    coinTiers, coinAccount, coinPositions, coinIncome,
  ]
}
