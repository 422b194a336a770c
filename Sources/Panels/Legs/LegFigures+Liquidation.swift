import Alerting
import HedgeAnalytics
import HedgeModel

extension LegFigures {
  /// True when the mark has passed the liquidation price. It lies above the mark of a short and below that of a long,
  /// so a move to the other side would be one back.
  var isPastLiquidation: Bool {
    liquidationDistance.value?.ifFinite.map { $0 * leg.contractsValue > 0 } ?? false
  }

  /// The signed move of the mark that is left to the liquidation price, a fraction: zero once it has been passed; nil
  /// when it is not known.
  var moveLeft: Double? { isPastLiquidation ? 0 : liquidationDistance.value?.ifFinite }

  /// How near it is to its liquidation price; nil when that is not known.
  func danger(_ policy: AlertPolicy) -> DangerLevel? {
    isPastLiquidation ? .critical : moveLeft.map { DangerLevel(liquidationDistance: $0, policy) }
  }

  /// The move that is left in words: `+19.4 %`, or `past`; empty when it is not known.
  func moveToLiquidation(_ format: FigureFormat) -> String {
    if isPastLiquidation { return "past" }
    return moveLeft.map { format.percentage($0, sign: .both) } ?? ""
  }
}
