import HedgeAnalytics
import HedgeModel
import HedgeStore

extension HedgeSnapshot {
  /// The strategy a context shows; nil when the portfolio has none at that place.
  func strategy(_ context: PanelContext) -> StrategyFigures? {
    figures.strategies.indices.contains(context.strategy) ? figures.strategies[context.strategy] : nil
  }

  /// The benchmark in a few letters: `BTC`, or `benchmark` for a composite.
  var benchmarkName: String { figures.benchmark.singleAsset?.symbol ?? "benchmark" }
}
