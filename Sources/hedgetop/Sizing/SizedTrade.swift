import FoundationEssentials
import HedgeAnalytics
import HedgeModel

/// Contracts of one future to trade.
struct SizedTrade {
  /// The coin it is on; nil for the benchmark.
  let asset: Asset?
  let specification: ContractSpecification
  let sizing: TradeSizing
  /// Beta of the underlying.
  let beta: Double
  /// Value of one contract.
  let contractValue: Double

  /// Contracts after the trade.
  var contractsAfter: Decimal { specification.held + sizing.contracts }

  /// Signed notional after the trade.
  var notionalAfter: Double { contractsAfter.inexact * contractValue }

  /// Coins the exact trade stands for; nil without a price.
  var exactCoins: Double? {
    specification.price.map { sizing.exactContracts * contractValue / $0.inexact }
  }
}
