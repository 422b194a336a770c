import FoundationEssentials
import HedgeAnalytics
import HedgeModel
import TerminalCells

/// Everything known of a strategy as a whole.
struct StrategyDetails {
  let strategy: StrategyFigures
  let format: FigureFormat

  /// What it is, what it is worth, net beta, funding.
  var lines: [DetailLine] { whole + totals + netBeta + shares + funding }

  private var whole: [DetailLine] {
    [
      DetailLine("Kind", StrategyWords.kind(strategy)),
      DetailLine("Equity", strategy.equity, format) { format.money($0) },
      DetailLine("Leverage", strategy.leverage, format) { leverage($0) },
    ]
  }

  private func leverage(_ value: Double) -> String {
    let words = format.fixed(value, decimals: 2) + format.glyphs.times
    return value > StrategyWords.highLeverage ? "\(format.glyphs.warning) high, \(words)" : words
  }

  /// Spot and legs.
  var totals: [DetailLine] {
    [
      DetailLine("Spot value", strategy.spotValue, format) { format.money($0) },
      DetailLine("Change in 24 h", strategy.spotChange, format) { format.percentage($0, decimals: 2, sign: .both) },
      DetailLine("Notional of the legs", strategy.legNotional, format) { format.money($0) },
      DetailLine("Profit of the legs", strategy.unrealisedProfit, format) { format.money($0, sign: .both) },
    ]
  }

  /// Net beta against its target.
  var netBeta: [DetailLine] {
    let figures = strategy.netBeta
    func line(_ label: String, _ reading: Reading<Double>) -> DetailLine {
      DetailLine(label, reading, format) { format.beta($0, sign: .both) }
    }
    let causes = figures.attribution
    let unhedged = figures.denominator == .spotValue ? "Beta of the spot" : "Beta unhedged"
    return [
      DetailLine(strategy.policy.aim.title, strategy.policy.aim.value.description),
      DetailLine("Hedge ratio achieved", figures.achievedHedgeRatio, format) { format.fixed($0, decimals: 4) },
      line("Net beta over \(figures.denominator.rawValue)", figures.netBeta),
      line("Net beta over equity", figures.netBetaOverEquity), line(unhedged, figures.spotBeta),
      line("Target", figures.target), line("Drift", figures.drift),
      DetailLine("Band", format.glyphs.plusMinus + format.fixed(figures.band, decimals: 4)),
      line("Standard error of drift", figures.driftStandardError),
      DetailLine("Within noise", figures.isWithinNoise, format) { $0 ? "yes" : "no" },
      line("Drift since last review", causes.map(\.total)), line("  by prices", causes.map(\.prices)),
      line("  by fills", causes.map(\.fills)), line("  by betas", causes.map(\.betas)),
      line("  by the target", causes.map(\.target)),
    ]
  }

  /// How the hedge is shared out for the least variance, where that is asked for.
  private var shares: [DetailLine] {
    guard let reading = strategy.hedgeShares else { return [] }
    return [
      DetailLine("Hedge shared out", reading, format) { shares in
        shares.shares.sorted { $0.key < $1.key }
          .map { "\($0.key) \(format.percentage($0.value, decimals: 1))" }.joined(separator: ", ")
      },
      DetailLine("Variance it takes off", reading, format) { format.percentage($0.effectiveness, decimals: 1) },
    ]
  }

  /// What the legs cost or pay.
  var funding: [DetailLine] {
    let figures = strategy.funding
    func cash(_ label: String, _ reading: Reading<Double>) -> DetailLine {
      DetailLine(label, reading, format) { "\(FigureFormat.fundingWord($0)) \(format.money($0.magnitude))" }
    }
    return [
      cash("Funding a day", figures.perDay),
      DetailLine("Yield a year", figures.annualisedYield, format) {
        format.percentage($0, decimals: 2, sign: .both)
      },
      cash("Accrued", figures.accrued), cash("Over \(format.period(figures.holdingPeriod))", figures.projected),
      DetailLine("Round-trip fees", figures.roundTripFees, format) { format.money($0) },
      DetailLine("Break-even fall", figures.breakEvenMove, format) { format.percentage($0, decimals: 2) },
      DetailLine("Next payment in", figures.nextStamp.map { format.countdown(to: $0) } ?? format.glyphs.unknown),
    ]
  }
}
