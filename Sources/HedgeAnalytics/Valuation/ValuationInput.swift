import HedgeModel

/// Everything the figures of a portfolio are computed from: values only, so equal inputs give equal figures.
public struct ValuationInput: Sendable {
  /// The portfolio with its decisions applied.
  public var portfolio: Portfolio
  /// The instant; ages are counted to it.
  public var now: Timestamp
  /// What is known of each market, staleness already marked.
  public var markets: MarketTable
  /// Price of each spot market 24 hours before `now`, where the history reaches back.
  public var dayAgoPrices: [InstrumentID: Double]
  /// Betas by strategy name, then asset.
  public var betas: [String: [Asset: Reading<BetaEstimate>]]
  /// Covariances of the coins of strategies that hedge by weights of least variance, by strategy name.
  public var covariances: [String: Reading<CoinCovariances>]
  /// Funding received by each leg, and since when.
  public var accruedFunding: [LegID: AccruedFunding]
  /// State at the last review, by strategy name.
  public var baselines: [String: ReviewBaseline]
  /// How old what is held in accounts is that are read from their venue.
  public var accountReadings: AccountReadings

  /// An input; see the properties.
  public init(
    portfolio: Portfolio, now: Timestamp, markets: MarketTable,
    dayAgoPrices: [InstrumentID: Double] = [:], betas: [String: [Asset: Reading<BetaEstimate>]] = [:],
<<<<<<< HEAD
    accruedFunding: [LegID: AccruedFunding] = [:], baselines: [String: ReviewBaseline] = [:],
    accountReadings: AccountReadings = AccountReadings()
=======
    covariances: [String: Reading<CoinCovariances>] = [:], accruedFunding: [LegID: AccruedFunding] = [:],
    baselines: [String: ReviewBaseline] = [:]
>>>>>>> left
  ) {
    self.portfolio = portfolio
    self.now = now
    self.markets = markets
    self.dayAgoPrices = dayAgoPrices
    self.betas = betas
    self.covariances = covariances
    self.accruedFunding = accruedFunding
    self.baselines = baselines
    self.accountReadings = accountReadings
  }
}
