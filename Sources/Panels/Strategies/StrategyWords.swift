import FoundationEssentials
import HedgeAnalytics
import HedgeModel

/// What is said of a strategy because of its kind, so that no panel says of a spread what holds for a hedge only.
enum StrategyWords {
  /// Leverage beyond which to warn.
  static let highLeverage = 5.0

  /// `spot hedge, defensive`.
  static func kind(_ strategy: StrategyFigures) -> String {
    strategy.kind.words + (strategy.policy.stance.map { ", \(word($0))" } ?? "")
  }

  private static func word(_ stance: HedgePolicy.Stance) -> String {
    switch stance {
    case .defensive: "defensive"
    case .marketNeutral: "market neutral"
    case .transition: "transition"
    }
  }

  /// Whether coins are held and hedged: then a drift is too little or too much of a hedge; otherwise it is only above
  /// or below what was aimed at.
  static func hedgesCoins(_ strategy: StrategyFigures) -> Bool {
    guard strategy.policy.hedgeRatio != nil else { return false }
    return strategy.kind == .spotHedge || strategy.kind == .cashAndCarry
  }

  /// What net beta is divided by, in a word or two for a label.
  static func denominator(_ denominator: NetBetaFigures.Denominator) -> String {
    switch denominator {
    case .spotValue: "spot"
    case .grossLongValue: "gross long"
    case .equity: "equity"
    case .spotSold: "value sold"
    }
  }

  /// `Short legs` when all are, `Long legs` when all are, otherwise `Legs`.
  static func legs(_ strategy: StrategyFigures) -> String {
    let hasLong = strategy.legs.contains { $0.leg.contracts > 0 }
    let hasShort = strategy.legs.contains { $0.leg.contracts < 0 }
    switch (hasLong, hasShort) {
    case (false, true): return "Short legs"
    case (true, false): return "Long legs"
    case (true, true): return "Legs"
    case (false, false): return strategy.kind == .spotHedge ? "Short legs" : "Legs"
    }
  }

  /// What is said where there are no spot rows.
  static func noSpot(_ strategy: StrategyFigures) -> String {
    switch strategy.kind {
    case .spotHedge, .cashAndCarry, .reverseCarry: "no spot holdings"
    case .basket, .pair, .sectorSpread: "no spot holdings: a \(strategy.kind.words) holds futures on both sides"
    case .leveragedLong: "no spot holdings: its exposure is in the legs"
    }
  }
}
