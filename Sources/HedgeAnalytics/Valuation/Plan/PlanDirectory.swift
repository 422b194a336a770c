import HedgeModel

/// Looks names up while a plan is made, and numbers the spot markets it meets.
struct PlanDirectory {
  let input: ValuationInput
  /// The spot markets met so far.
  private(set) var markets: [SpotMarket] = []
  private var marketNumbers: [InstrumentID: Int] = [:]
  private let accountNumbers: [AccountID: Int]

  var portfolio: Portfolio { input.portfolio }

  init(_ input: ValuationInput) {
    self.input = input
    accountNumbers = Dictionary(input.portfolio.accounts.enumerated().map { ($1.id, $0) }) { first, _ in first }
  }

  /// The place of an account in the portfolio.
  func account(_ id: AccountID) -> Int? { accountNumbers[id] }

  /// Where an instrument stands in the market table; nil when nothing of it has ever arrived.
  func place(of id: InstrumentID) -> Int? { input.markets.layout.place(of: id) }

  /// The number of a spot market.
  mutating func market(_ id: InstrumentID) -> Int {
    if let known = marketNumbers[id] { return known }
    marketNumbers[id] = markets.count
    markets.append(SpotMarket(id, in: input))
    return markets.count - 1
  }

  /// The number of the market a coin's own price is read from; nil when none is configured.
  mutating func market(of asset: Asset) -> Int? { portfolio.spotMarkets[asset].map { market($0) } }

  /// Where the value of one unit of a coin or currency is read: its stated rate, or the price of its spot market.
  mutating func price(of asset: Asset) -> PriceSource {
    if let rate = portfolio.conversionRate(of: asset) { return .fixed(.stated(rate)) }
    return market(of: asset).map { .market($0) } ?? .fixed(portfolio.withoutSpotMarket(asset))
  }
}

/// Where a price is read from.
enum PriceSource: Sendable {
  /// It is the same in every valuation of the plan.
  case fixed(Reading<Double>)
  /// It is that of one of the plan's spot markets.
  case market(Int)
}
