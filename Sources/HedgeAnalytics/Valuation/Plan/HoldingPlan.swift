import FoundationEssentials
import HedgeModel

/// Coins held outright, with their names looked up. A reference, because it is handed on with every refresh.
final class HoldingPlan: Sendable {
  let subject: HoldingFigures.Subject
  /// The spot market its price is read from.
  let market: Int
  /// Coins.
  let quantity: Double
  /// Beta to the benchmark, without what is known of its quality.
  let slope: Reading<Double>
  /// Standard error of that beta.
  let betaError: Reading<Double>
  /// What the coins cost; unknown when not stated.
  let cost: Reading<Double>

  init(_ holding: Holding, betas: BetaLookup, in directory: inout PlanDirectory) {
    let beta = holding.isUnread ? .unknown(holding.unreadReason) : betas.beta(of: holding.asset)
    let quantity: Reading<Decimal> = holding.isUnread ? .unknown(holding.unreadReason) : .stated(holding.quantity)
    subject = HoldingFigures.Subject(
      origin: .spot, asset: holding.asset, instrument: holding.instrument, quantity: quantity, beta: beta)
    market = directory.market(holding.instrument)
    self.quantity = holding.quantityValue
    slope = beta.map(\.beta)
    betaError = beta.standardError(of: holding.asset)
    cost =
      holding.costValue.map { .stated($0) }
      ?? .unknown(UnknownReason(.notConfigured, "no cost of \(holding.asset) is stated"))
  }
}

extension Holding {
  /// Why nothing is known of coins that have not been read.
  fileprivate var unreadReason: UnknownReason { UnknownReason(.notReceived, instrument.symbol) }
}
