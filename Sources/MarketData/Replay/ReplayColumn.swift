import HedgeModel

/// One column of one table: where the prices of an instrument come from.
struct ReplayColumn: Hashable, Sendable {
  let table: Int
  let column: Int
  let interval: BetaPolicy.BarInterval
}
