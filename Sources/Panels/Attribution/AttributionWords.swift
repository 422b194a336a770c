import HedgeAnalytics
import HedgeModel
import TerminalCells

/// What positions, parts and periods of profit are called.
enum AttributionWords {
  /// `BTC`, `BTC-PERP`, `BTC in coin`, `margin of BTC-PERP`.
  static func name(_ position: AttributedPosition.ID) -> String {
    switch position {
    case .holding(let instrument): instrument.symbol
    case .leg(let leg): leg.instrument.symbol
    case .wallet(let account, let asset): "\(asset.symbol) in \(account.name)"
    case .margin(let leg): "margin of \(leg.instrument.symbol)"
    }
  }

  /// What tells a position from every other of its strategy, as a text.
  static func key(_ position: AttributedPosition.ID) -> String {
    switch position {
    case .holding(let instrument): "holding \(instrument)"
    case .leg(let leg): "leg \(leg.instrument) \(leg.account)"
    case .wallet(let account, let asset): "wallet \(account) \(asset)"
    case .margin(let leg): "margin \(leg.instrument) \(leg.account)"
    }
  }

  /// `Beta`, with its letter where there is room for both.
  static func title(_ part: AttributionPart) -> String {
    switch part {
    case .beta: "Beta"
    case .alpha: "Alpha"
    case .basis: "Basis"
    case .funding: "Funding"
    case .fees: "Fees"
    case .slippage: "Slippage"
    case .collateral: "Collateral"
    }
  }

  /// The period as a heading: `Start`, `Today`, `Rebalance`.
  static func title(_ period: AttributionPeriod) -> String {
    switch period {
    case .start: "Start"
    case .today: "Today"
    case .rebalance: "Rebalance"
    }
  }

  /// The period within a sentence: `since the start`, `today`, `since the rebalance`.
  static func phrase(_ period: AttributionPeriod) -> String {
    switch period {
    case .start: "since the start"
    case .today: "today"
    case .rebalance: "since the rebalance"
    }
  }
}
