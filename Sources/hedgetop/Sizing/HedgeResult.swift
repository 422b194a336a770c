import FoundationEssentials
import HedgeAnalytics
import HedgeModel

/// A hedge sized by the functions the live screen uses.
struct HedgeResult {
  let order: HedgeOrder
  /// The trades; empty when no contract is stated.
  let trades: [SizedTrade]

  /// Sizes a hedge.
  ///
  /// - Throws: ``ProgramFailure`` when a contract that is needed is not stated or moves nothing.
  init(_ order: HedgeOrder) throws {
    guard order.spotValue != 0 else {
      throw ProgramFailure(.usage, "--spot: the values add up to 0, so there is no net beta to aim at")
    }
    self.order = order
    if order.isSameAsset {
      trades = try order.spot.map { try Self.sameAsset($0, order) }
    } else {
      trades = try order.contracts.map { try Self.benchmark($0, order) }
    }
  }

  /// Net beta after the trades.
  var netBeta: Double { NetBeta.net(unhedged: order.spotBetaValue, legs: legBetaValue, over: order.spotValue) }

  /// Net beta less the target.
  var drift: Double { NetBeta.drift(net: netBeta, target: order.targetBeta) }

  /// H after the trades; nil when the spot has no beta.
  var achievedHedgeRatio: Double? {
    NetBeta.achievedHedgeRatio(unhedged: order.spotBetaValue, legs: legBetaValue)
  }

  /// True when the drift is within the band.
  var isInBand: Bool { !NetBeta.isBreach(drift: drift, band: order.band) }

  /// What a move of the benchmark does, every price moving β·x with it.
  func impact(_ move: Double) -> (spot: Double, futures: Double) {
    (order.spotBetaValue * move, legBetaValue * move)
  }

  private var legBetaValue: Double { trades.reduce(0) { $0 + $1.notionalAfter * $1.beta } }

  private static func benchmark(_ contract: ContractSpecification, _ order: HedgeOrder) throws -> SizedTrade {
    let beta = contract.beta ?? 1
    let value = try contractValue(contract, order, option: "--contract")
    let held = contract.held.inexact * value * beta
    let net = (order.spotBetaValue + held) / order.spotValue
    let exact: Double? =
      switch order.aim {
      case .hedgeRatio(let ratio):
        HedgeSizing.contractsToTrade(
          hedgeRatio: ratio.inexact, spotBetaValue: order.spotBetaValue, legBetaValue: held, contractValue: value,
          contractBeta: beta)
      case .netBeta(let target):
        HedgeSizing.contracts(
          from: net, to: target, value: order.spotValue, contractValue: value, contractBeta: beta)
      }
    return try trade(contract, asset: contract.asset, exact: exact, beta: beta, value: value, order)
  }

  private static func sameAsset(_ position: SpotPosition, _ order: HedgeOrder) throws -> SizedTrade {
    let stated = order.contracts.first { $0.asset == position.asset }
    guard let contract = stated ?? position.price.map(ContractSpecification.init(oneCoinAt:)) else {
      throw ProgramFailure(
        .usage, "--spot \(position.asset): only its value is stated; add --contract \(position.asset):1@PRICE")
    }
    let value = try contractValue(contract, order, option: "--contract \(position.asset)")
    let held = contract.held.inexact * value * position.beta
    let exact = HedgeSizing.contractsToTrade(
      hedgeRatio: order.hedgeRatio ?? 0, spotBetaValue: position.value.inexact * position.beta, legBetaValue: held,
      contractValue: value, contractBeta: position.beta)
    return try trade(contract, asset: position.asset, exact: exact, beta: position.beta, value: value, order)
  }

  private static func contractValue(
    _ contract: ContractSpecification, _ order: HedgeOrder, option: String
  ) throws -> Double {
    if order.isInverse { return contract.multiplier.inexact }
    guard let price = contract.price else {
      throw ProgramFailure(
        .usage, "\(option) \(contract.multiplier): no price is stated; add it as \(contract.multiplier)@65000")
    }
    return (contract.multiplier * price).inexact
  }

  private static func trade(
    _ contract: ContractSpecification, asset: Asset?, exact: Double?, beta: Double, value: Double, _ order: HedgeOrder
  ) throws -> SizedTrade {
    let name = asset?.symbol ?? "benchmark"
    guard let exact else {
      throw ProgramFailure(.usage, "\(name): a contract with a beta of 0 hedges nothing; state another beta")
    }
    let instrument = Instrument(
      id: InstrumentID(venue: "size", symbol: name), kind: .perpetual(fundingInterval: .hours(8)),
      convention: order.isInverse ? .inverse : .linear, underlying: asset ?? "benchmark", quote: "USD",
      settlement: order.isInverse ? asset ?? "benchmark" : "USD", multiplier: contract.multiplier,
      tickSize: Decimal(1) / 100, lotStep: order.lot, minimumQuantity: order.minimumQuantity,
      minimumNotional: order.minimumNotional)
    let sizing = TradeSizing(
      exactContracts: exact, instrument: instrument, price: contract.price?.inexact ?? 1, contractBeta: beta,
      value: order.spotValue, band: order.band, rounding: order.rounding)
    return SizedTrade(asset: asset, specification: contract, sizing: sizing, beta: beta, contractValue: value)
  }
}
