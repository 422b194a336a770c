import FoundationEssentials
import HedgeModel
import Journal

/// What the probe writes: every decision follows from the run and its place in it, so that a reader who knows the plan
/// can tell a whole row from a half-written one.
enum CrashPlan {
  /// Decision `index` of run `run`. The run is its instant and the index its strategy.
  static func decision(run: Int, index: Int) -> Decision {
    Decision(
      at: Timestamp(milliseconds: Int64(run)), strategy: String(index), change: change(run: run, index: index))
  }

  /// The sample beside it: every figure is the same number, so that a row that is not whole is found out.
  static func sample(run: Int, index: Int) -> HistorySample {
    let at = Timestamp(milliseconds: Int64(run) * 100_000_000 + Int64(index) * 5000)
    return HistorySample(at: at, strategy: "probe") { _ in Double(run * 1_000_000 + index) }
  }

  /// What is told of an alert beside it.
  static func alert(run: Int, index: Int) -> AlertEvent {
    AlertEvent(
      at: Timestamp(milliseconds: Int64(run)), kind: .raised, alert: "drift/\(index)", severity: "warning",
      message: String(repeating: "\(index) ", count: 30))
  }

  private static func change(run: Int, index: Int) -> Decision.Change {
    let number = Decimal(run * 1_000_000 + index)
    switch index % 4 {
    case 0: return .hedgeRatio(old: number / 7, new: -number / 3)
    case 1:
      let leg = LegID(
        strategy: String(index), instrument: InstrumentID(venue: "probe", symbol: "COIN\(index)"), account: "main")
      return .fill(
        Fill(
          leg: leg, contracts: -number, price: number / 11, fee: nil, oldContracts: number, oldEntryPrice: number / 13,
          convention: .linear))
    case 2: return .acknowledgement(alert: String(repeating: "alert \(number) ", count: 40))
    default: return .undo(id: Int64(index))
    }
  }
}
