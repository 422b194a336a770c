import FoundationEssentials
import HedgeAnalytics
import HedgeModel

/// A suggested trade as JSON.
struct SuggestionReport: Encodable {
  let instrument: String
  let account: String
  let side: String
  let contracts: Decimal
  let exactContracts: Double
  let price: Double
  let notional: Double
  let fee: Double
  let residualBeta: Double
  let warnings: [String]

  init(_ trade: TradeSuggestion) {
    instrument = trade.leg.instrument.description
    account = trade.leg.account.name
    side = trade.contracts < 0 ? "sell" : "buy"
    contracts = trade.contracts
    exactContracts = trade.exactContracts
    price = trade.price
    notional = trade.notional
    fee = trade.fee
    residualBeta = trade.residualBeta
    warnings = trade.warnings.map(\.word)
  }
}

extension TradeSuggestion.Warning {
  /// The warning as one word, for programs.
  var word: String {
    switch self {
    case .bandInfeasible: "band_infeasible"
    case .belowMinimumQuantity: "below_minimum_quantity"
    case .belowMinimumNotional: "below_minimum_notional"
    }
  }
}
