import HedgeAnalytics
import HedgeModel

/// The figures of a stress table as cells of text: a dash for what is unknown, a star behind what is stale.
enum StressWords {
  static func money(_ reading: Reading<Double>) -> String { money(reading, signed: true) }

  static func money(_ reading: Reading<Double>, signed: Bool) -> String {
    cell(reading) { Figures.fixed($0, 0, signed: signed) }
  }

  static func move(_ reading: Reading<Double>) -> String { cell(reading) { Figures.percent($0, 1, signed: true) } }

  static func beta(_ reading: Reading<Double>) -> String { cell(reading) { Figures.fixed($0, 4) } }

  /// The margin bar now and afterwards: `0.12 -> 0.35`.
  static func margin(_ account: StressAccountOutcome) -> String {
    "\(ratio(account.marginBefore)) -> \(ratio(account.marginAfter))"
  }

  static func rule(_ rule: StressMove.Rule) -> String {
    switch rule {
    case .stated: "stated"
    case .beta: "beta"
    case .volatility: "volatility"
    case .unmoved: "stands"
    }
  }

  /// Who is liquidated and how far into the scenario: `main at 45 %`, `main, BTC-PERP at 45 %`, `nobody`.
  static func words(_ reading: Reading<StressLiquidation?>, naming: Bool = true) -> String {
    cell(reading) { liquidation in
      guard let liquidation else { return naming ? "nobody" : "no" }
      let place =
        liquidation.fraction == 0 ? "already" : "at \(Figures.fixed(liquidation.fraction * 100, 0)) % of the way"
      let name = [naming ? liquidation.account.name : nil, liquidation.isolatedLeg?.symbol].compactMap { $0 }
      return (name.joined(separator: ", ") + " " + place).drop { $0 == " " }.description
    }
  }

  private static func ratio(_ reading: Reading<Double>) -> String { cell(reading) { Figures.fixed($0, 2) } }

  private static func cell<Value>(_ reading: Reading<Value>, _ text: (Value) -> String) -> String {
    switch reading {
    case .known(let value, let provenance): text(value) + (provenance.isStale ? "*" : "")
    case .unknown: "-"
    }
  }
}
