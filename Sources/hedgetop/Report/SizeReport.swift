import FoundationEssentials
import HedgeAnalytics
import HedgeModel

/// A sized hedge as JSON.
struct SizeReport: Encodable {
  /// What the benchmark's move does, every price moving β·x.
  struct Impact: Encodable {
    let benchmarkMove: Double
    let unhedgedProfit: Double
    let futuresProfit: Double
    let hedgedProfit: Double
    let unhedgedValue: Double
    let hedgedValue: Double
  }

  /// Contracts of one future.
  struct Trade: Encodable {
    @Nullable var asset: String?
    let side: String
    let exactContracts: Double
    let contracts: Decimal
    let contractsHeld: Decimal
    let contractsAfter: Decimal
    let contractValue: Double
    let notional: Double
    let residualBeta: Double
    let halfLotBeta: Double
    let bandFeasible: Bool
    let warnings: [String]
  }

  /// What is to be hedged.
  struct Spot: Encodable {
    let asset: String
    @Nullable var quantity: Decimal?
    @Nullable var price: Decimal?
    let value: Decimal
    let beta: Double
  }

  let spot: [Spot]
  let spotValue: Double
  let spotBeta: Double
  @Nullable var hedgeRatio: Double?
  let targetNetBeta: Double
  let targetNotional: Double
  let trades: [Trade]
  @Nullable var tradesReason: String?
  @Nullable var netBeta: Double?
  @Nullable var drift: Double?
  @Nullable var achievedHedgeRatio: Double?
  let band: Double
  @Nullable var inBand: Bool?
  let impacts: [Impact]

  init(_ result: HedgeResult) {
    let order = result.order
    let isSized = !result.trades.isEmpty
    spot = order.spot.map {
      Spot(asset: $0.asset.symbol, quantity: $0.quantity, price: $0.price, value: $0.value, beta: $0.beta)
    }
    spotValue = order.spotValue
    spotBeta = order.spotBeta
    hedgeRatio = order.hedgeRatio
    targetNetBeta = order.targetBeta
    targetNotional = order.targetNotional
    trades = result.trades.map { Trade($0, order) }
    tradesReason = isSized ? nil : "no contract is stated"
    netBeta = isSized ? result.netBeta : nil
    drift = isSized ? result.drift : nil
    achievedHedgeRatio = isSized ? result.achievedHedgeRatio : nil
    band = order.band
    inBand = isSized ? result.isInBand : nil
    impacts = isSized ? [-0.2, -0.1, 0.1, 0.2].map { Impact($0, result) } : []
  }
}

extension SizeReport.Trade {
  init(_ trade: SizedTrade, _ order: HedgeOrder) {
    let contracts = trade.sizing.contracts
    let halfLot = HedgeSizing.halfLotBeta(
      lot: order.lot.inexact, contractValue: trade.contractValue, contractBeta: trade.beta, value: order.spotValue)
    self.init(
      asset: trade.asset?.symbol, side: contracts == 0 ? "none" : contracts < 0 ? "sell" : "buy",
      exactContracts: trade.sizing.exactContracts, contracts: contracts, contractsHeld: trade.specification.held,
      contractsAfter: trade.contractsAfter, contractValue: trade.contractValue,
      notional: trade.sizing.contractsValue * trade.contractValue, residualBeta: trade.sizing.residualBeta,
      halfLotBeta: halfLot, bandFeasible: halfLot <= order.band, warnings: trade.sizing.warnings.map(\.word))
  }
}

extension SizeReport.Impact {
  init(_ move: Double, _ result: HedgeResult) {
    let (spot, futures) = result.impact(move)
    let value = result.order.spotValue
    self.init(
      benchmarkMove: move, unhedgedProfit: spot, futuresProfit: futures, hedgedProfit: spot + futures,
      unhedgedValue: value + spot, hedgedValue: value + spot + futures)
  }
}
