import HedgeModel

/// A backtest on its way through the days.
struct BacktestRun {
  let input: BacktestInput
  let quantities: [Double]
  private(set) var rows: [BacktestRow] = []
  private(set) var turnover = 0.0
  private var betas: RollingBetas
  private var nextBar = 0
  private var nextStamp = 0
  private var totals = (profit: 0.0, funding: 0.0, fees: 0.0)

  init(_ input: BacktestInput) throws(BacktestError) {
    var quantities: [Double] = []
    for weight in input.weights {
      let price = try Self.price(of: weight.asset, input.start, input)
      quantities.append(weight.weight * input.initialValue / price)
    }
    self.input = input
    self.quantities = quantities
    betas = RollingBetas(
      assets: input.weights.map(\.asset), benchmark: Benchmark(input.benchmark),
      policy: BetaPolicy(
        returns: .simple, lookback: input.lookback, minimumObservations: input.minimumObservations))
    nextStamp = input.funding.firstIndex { $0.time > input.closes[input.start] } ?? input.funding.count
  }

  /// Values the book at the close of `day` and rebalances it.
  mutating func close(_ day: Int) throws(BacktestError) {
    appendBars(through: day)
    let (value, betaValue) = try basket(day)
    let price = input.hedgePrices[day]
    guard price > 0, price.isFinite else { throw .price(of: "the hedge", at: input.closes[day]) }
    let held = rows.last?.hedgeAfter ?? 0
    let profit = rows.last.map { held * (price - $0.hedgePrice) } ?? 0
    let funding = rows.isEmpty ? 0 : try funding(through: input.closes[day], held: held)
    let net = NetBeta.net(unhedged: betaValue, legs: held * price, over: value)
    let traded = trade(day, net: net, value: value, price: price)
    let fee = input.fee * abs(traded) * price
    turnover += abs(traded) * price
    totals = (totals.profit + profit, totals.funding + funding, totals.fees + fee)
    let hedged = rows.last.map { (value - $0.value + profit + funding - fee) / $0.value } ?? 0
    rows.append(
      BacktestRow(
        close: input.closes[day], value: value, hedgePrice: price, portfolioBeta: betaValue / value,
        netBetaBefore: net, isTraded: traded != 0, hedgeAfter: held + traded, hedgeProfit: profit, funding: funding,
        fee: fee, equity: value + totals.profit + totals.funding - totals.fees, hedgedReturn: hedged,
        hedgedIndex: rows.last.map { $0.hedgedIndex * (1 + hedged) } ?? 1))
  }

  /// Signed quantity to trade: on the first day always to the target, later when the drift has left the band, on the
  /// last day nothing.
  private func trade(_ day: Int, net: Double, value: Double, price: Double) -> Double {
    let drift = NetBeta.drift(net: net, target: input.target)
    let isDue = day == input.start || (day < input.end && NetBeta.isBreach(drift: drift, band: input.band))
    guard isDue else { return 0 }
    return HedgeSizing.contracts(from: net, to: input.target, value: value, contractValue: price) ?? 0
  }

  private mutating func appendBars(through day: Int) {
    for bar in nextBar...day {
      betas.append(close: input.closes[bar], prices: input.prices.mapValues { $0[bar] })
    }
    nextBar = day + 1
  }

  /// Value and beta-dollars of the basket.
  private func basket(_ day: Int) throws(BacktestError) -> (value: Double, betaValue: Double) {
    var (value, betaValue) = (0.0, 0.0)
    for (weight, quantity) in zip(input.weights, quantities) {
      let position = quantity * (try Self.price(of: weight.asset, day, input))
      value += position
      betaValue += position * (try beta(of: weight.asset, day))
    }
    return (value, betaValue)
  }

  private func beta(of asset: Asset, _ day: Int) throws(BacktestError) -> Double {
    if asset == input.benchmark { return 1 }
    switch betas.estimate(of: asset, includingNeweyWest: false) {
    case .known(let estimate, _): return estimate.beta
    case .unknown(let reason): throw .beta(reason, at: input.closes[day])
    }
  }

  /// Funding over the stamps since the last close, up to and with this one.
  private mutating func funding(through close: Timestamp, held: Double) throws(BacktestError) -> Double {
    var cash = 0.0
    while nextStamp < input.funding.count, input.funding[nextStamp].time <= close {
      let stamp = input.funding[nextStamp]
      guard let mark = stamp.markPrice else { throw .mark(at: stamp.time) }
      cash += FundingCash.settled(size: held, price: mark, rate: stamp.rate, convention: .linear)
      nextStamp += 1
    }
    return cash
  }

  private static func price(_ input: BacktestInput, _ asset: Asset, _ day: Int) -> Double? {
    input.prices[asset].map { $0[day] }.flatMap { $0 > 0 && $0.isFinite ? $0 : nil }
  }

  private static func price(of asset: Asset, _ day: Int, _ input: BacktestInput) throws(BacktestError) -> Double {
    guard let price = price(input, asset, day) else {
      throw .price(of: asset.symbol, at: input.closes[day])
    }
    return price
  }
}
