import FoundationEssentials

/// Everything one person watches: strategies, the accounts their legs stand in, and what the instruments are.
public struct Portfolio: Hashable, Sendable {
  /// The user's name for it.
  public let name: String
  /// The currency every value is shown in.
  public let currency: Asset
  /// What beta is measured against.
  public let benchmark: Benchmark
  /// The hedges, at least one.
  public let strategies: [Strategy]
  /// The margin accounts.
  public let accounts: [Account]
  /// Specifications of all instruments in use.
  public let instruments: [InstrumentID: Instrument]
  /// The spot market each coin's price and history is read from: of the holdings, the legs' underlyings, the
  /// benchmark and the collateral.
  public let spotMarkets: [Asset: InstrumentID]
  /// Stated value of other quote currencies in ``currency``, as `USDT → 0.9998`. The currency itself is always 1; a
  /// missing rate makes what is quoted in it unknown.
  public let conversionRates: [Asset: Double]
  /// What there is to allot, in ``currency``; nil for what holdings and accounts are worth.
  public let capital: Decimal?
  /// How large the parts of it are meant to be.
  public let buckets: BucketRanges

  /// A portfolio; see the properties.
  public init(
    name: String, currency: Asset, benchmark: Benchmark, strategies: [Strategy], accounts: [Account],
    instruments: [InstrumentID: Instrument], spotMarkets: [Asset: InstrumentID], conversionRates: [Asset: Double] = [:],
    capital: Decimal? = nil, buckets: BucketRanges = BucketRanges()
  ) {
    self.name = name
    self.currency = currency
    self.benchmark = benchmark
    self.strategies = strategies
    self.accounts = accounts
    self.instruments = instruments
    self.spotMarkets = spotMarkets
    self.conversionRates = conversionRates
    self.capital = capital
    self.buckets = buckets
  }

  /// The same portfolio with other strategies, as after a fill or a change of policy.
  public func with(strategies: [Strategy]) -> Portfolio {
    Portfolio(
      name: name, currency: currency, benchmark: benchmark, strategies: strategies, accounts: accounts,
      instruments: instruments, spotMarkets: spotMarkets, conversionRates: conversionRates,
      capital: capital, buckets: buckets)
  }

  /// The same portfolio with other accounts.
  public func with(accounts: [Account]) -> Portfolio {
    Portfolio(
      name: name, currency: currency, benchmark: benchmark, strategies: strategies, accounts: accounts,
      instruments: instruments, spotMarkets: spotMarkets, conversionRates: conversionRates,
      capital: capital, buckets: buckets)
  }

  /// The value of one unit of `asset` in ``currency`` when it is stated or the currency itself; nil otherwise.
  public func conversionRate(of asset: Asset) -> Double? {
    asset == currency ? 1 : conversionRates[asset]
  }
}
