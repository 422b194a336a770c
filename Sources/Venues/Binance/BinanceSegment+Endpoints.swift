/// What a market's questions are called on its host.
extension BinanceSegment {
  /// The questions only futures have.
  struct FuturesEndpoints {
    let marks: Endpoint
    let fundingIntervals: Endpoint
    let fundingStamps: Endpoint
    let tiers: Endpoint
    let positions: Endpoint
    let income: Endpoint
  }

  var time: Endpoint { choose(BinanceEndpoints.spotTime, BinanceEndpoints.usdTime, BinanceEndpoints.coinTime) }

  var instruments: Endpoint {
    choose(BinanceEndpoints.spotInstruments, BinanceEndpoints.usdInstruments, BinanceEndpoints.coinInstruments)
  }

  var quotes: Endpoint {
    choose(BinanceEndpoints.spotQuotes, BinanceEndpoints.usdQuotes, BinanceEndpoints.coinQuotes)
  }

  var bars: Endpoint { choose(BinanceEndpoints.spotBars, BinanceEndpoints.usdBars, BinanceEndpoints.coinBars) }

  var book: Endpoint { choose(BinanceEndpoints.spotBook, BinanceEndpoints.usdBook, BinanceEndpoints.coinBook) }

  var account: Endpoint {
    choose(BinanceEndpoints.spotAccount, BinanceEndpoints.usdAccount, BinanceEndpoints.coinAccount)
  }

  /// Nil for the spot market.
  var futures: FuturesEndpoints? {
    switch self {
    case .spot: nil
    case .usdMargined:
      FuturesEndpoints(
        marks: BinanceEndpoints.usdMarks, fundingIntervals: BinanceEndpoints.usdFundingIntervals,
        fundingStamps: BinanceEndpoints.usdFundingStamps, tiers: BinanceEndpoints.usdTiers,
        positions: BinanceEndpoints.usdPositions, income: BinanceEndpoints.usdIncome)
    case .coinMargined:
      FuturesEndpoints(
        marks: BinanceEndpoints.coinMarks, fundingIntervals: BinanceEndpoints.coinFundingIntervals,
        fundingStamps: BinanceEndpoints.coinFundingStamps, tiers: BinanceEndpoints.coinTiers,
        positions: BinanceEndpoints.coinPositions, income: BinanceEndpoints.coinIncome)
    }
  }

  private func choose(_ spot: Endpoint, _ usd: Endpoint, _ coin: Endpoint) -> Endpoint {
    switch self {
    case .spot: spot
    case .usdMargined: usd
    case .coinMargined: coin
    }
  }
}
