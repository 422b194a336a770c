import FoundationEssentials
import HedgeAnalytics
import HedgeModel
import HedgeStore

extension HistorySample {
  /// What is kept of a snapshot: of every strategy the figures that may be relied on.
  static func all(of snapshot: HedgeSnapshot) -> [HistorySample] {
    snapshot.figures.strategies.map { strategy in
      let profit = snapshot.attribution.figures(of: strategy.name, since: .start).total
      let margin = snapshot.figures.worstMarginRatio(of: strategy)
      return HistorySample(at: snapshot.now, strategy: strategy.name) {
        $0 == .marginRatio ? margin : $0.reading(of: strategy, profit).flatMap { $0.isFresh ? $0.value : nil }
      }
    }
  }
}

extension HistoryFigure {
  /// The figure's reading; nil for one that is not a strategy's own.
  fileprivate func reading(of strategy: StrategyFigures, _ profit: AttributionParts) -> Reading<Double>? {
    switch self {
    case .netBeta: strategy.netBeta.netBeta
    case .target: strategy.netBeta.target
    case .band: .stated(strategy.netBeta.band)
    case .marginRatio: nil
    case .spotValue: strategy.spotValue
    case .hedgeNotional: strategy.legNotional
    case .funding: strategy.funding.accrued
    case .profit: profit.total
    case .profitBeta: profit.beta
    case .profitAlpha: profit.alpha
    case .profitBasis: profit.basis
    case .profitFunding: profit[.funding]
    case .profitFees: profit[.fees]
    case .profitSlippage: profit[.slippage]
    case .profitCollateral: profit.collateral
    case .profitResidual: profit.residual.map(\.inexact)
    }
  }
}
