import FoundationEssentials
import HedgeAnalytics
import HedgeModel
import HedgeStore
import TerminalCells

extension BetaPresentation {
  /// The figures behind the gauge, most important first.
  var facts: [Fact] {
    let figures = strategy.netBeta
    let glyphs = format.glyphs
    let over = StrategyWords.denominator(figures.denominator)
    let isSpot = figures.denominator == .spotValue
    return [
      Fact("Net \(glyphs.beta) / \(over)", beta(figures.netBeta, sign: .both)),
      Fact("Target \(glyphs.beta)", beta(figures.target, sign: .both)),
    ] + steering + [
      Fact("Outside band", outsideNow), Fact("Outside in all", outsideInAll),
      // Where the equity is what net beta is divided by already, the two would be the same line twice.
      figures.denominator == .equity
        ? Fact("Equity", format.phrase(strategy.equity) { format.money($0) })
        : Fact("Net \(glyphs.beta) / equity", beta(figures.netBetaOverEquity, sign: .both)),
      Fact(isSpot ? "Spot \(glyphs.beta)" : "Unhedged \(glyphs.beta)", beta(figures.spotBeta, sign: .both)),
      Fact("Drift s.e.", beta(figures.driftStandardError)),
      Fact("Within noise", format.phrase(figures.isWithinNoise) { $0 ? "yes" : "no" }),
    ]
  }

  /// What the strategy is steered by: a share hedged, or a net beta aimed at and what leverage that takes.
  private var steering: [Fact] {
    guard strategy.policy.hedgeRatio == nil else {
      return [Fact("Hedged now", hedgeNow), Fact("Hedge ratio H", hedgeTarget)]
    }
    let isHigh = (strategy.leverage.value?.ifFinite ?? 0) > StrategyWords.highLeverage
    var leverage = format.phrase(strategy.leverage, isHigh ? .warning : .text) {
      format.fixed($0, decimals: 2) + format.glyphs.times
    }
    if isHigh { leverage.text = "\(format.glyphs.warning) \(leverage.text)" }
    return [Fact("Aim, net \(format.glyphs.beta)", hedgeTarget), Fact("Leverage", leverage)]
  }

  /// What moved the drift since the last review, in parts that add up.
  var attribution: [[Phrase]] {
    guard let parts = strategy.netBeta.attribution.value else { return [] }
    let role: ThemeRole = strategy.netBeta.attribution.isStale ? .stale : .text
    func part(_ name: String, _ value: Double) -> [Phrase] {
      [Phrase(name + " ", .label), Phrase(format.beta(value, sign: .both), role)]
    }
    return [
      [Phrase("Review \(format.ago(parts.since)): ", .label)]
        + part("drift", parts.total),
      part("prices", parts.prices), part("fills", parts.fills), part("betas", parts.betas),
      part("target", parts.target),
    ]
  }

  /// Trades that would bring the hedge back, or why none can be named: one sentence each, in clauses.
  var trades: [[[Phrase]]] {
    if let reason = strategy.suggestionsUnavailable {
      // The lock already says why, where there is one.
      guard lock == nil else { return [] }
      return [[[Phrase("No trade suggested: ", .label), Phrase(reason.detail, .unknown)]]]
    }
    guard !strategy.suggestions.isEmpty else {
      return strategy.legs.isEmpty ? [] : [[[Phrase("No trade needed", .label)]]]
    }
    return strategy.suggestions.flatMap { trade in
      [words(trade)] + trade.warnings.map { [[Phrase("  \(format.glyphs.warning) \(words($0))", .warning)]] }
    }
  }

  /// Reviews that are due, and why nothing may be decided now.
  var attention: [[[Phrase]]] {
    var lines: [[[Phrase]]] = []
    if let lock { lines.append([[Phrase("Locked: ", .stale, emphasis: .bold), Phrase(lock, .stale)]]) }
    if !reviews.isEmpty {
      var reasons = reviews.map { [Phrase(format.words($0, benchmark: benchmark))] }
      reasons[0].insert(Phrase("\(format.glyphs.warning) Review due: ", .warning), at: 0)
      lines.append(reasons)
    }
    return lines
  }

  /// What one position adds to net beta.
  struct Contribution: Hashable, Sendable {
    /// The position.
    let name: String
    /// What it adds.
    let value: Reading<Double>
  }

  /// How many positions there are.
  var positionCount: Int { strategy.holdings.count + strategy.legs.count }

  /// What positions add to net beta: holdings, then legs, the largest first within each.
  ///
  /// - Parameter limit: the most to name; of a thousand positions only the first few are in sight.
  func contributions(limit: Int) -> [Contribution] {
    func largestFirst(_ values: [Reading<Double>]) -> [Int] {
      let sizes = values.map { $0.value?.ifFinite?.magnitude ?? -1 }
      return sizes.indices.sorted { (sizes[$0], $1) > (sizes[$1], $0) }
    }
    let holdings = largestFirst(strategy.holdings.map(\.contribution)).prefix(limit).map { index in
      Contribution(
        name: SpotPresentation.name(strategy.holdings[index]), value: strategy.holdings[index].contribution)
    }
    let legs = largestFirst(strategy.legs.map(\.contribution)).prefix(limit - holdings.count).map { index in
      Contribution(name: strategy.legs[index].id.instrument.symbol, value: strategy.legs[index].contribution)
    }
    return holdings + legs
  }

  private func beta(_ reading: Reading<Double>, sign: SignRule = .negative) -> Phrase {
    format.phrase(reading) { format.beta($0, sign: sign) }
  }

  private var hedgeNow: Phrase {
    format.phrase(strategy.netBeta.achievedHedgeRatio) { format.percentage($0) }
  }

  private var hedgeTarget: Phrase {
    strategy.policy.hedgeRatio.map { Phrase(format.percentage($0.inexact)) }
      ?? Phrase(format.beta(strategy.policy.aim.value.inexact, sign: .both), .target)
  }

  private var outsideNow: Phrase {
    guard let history else { return Phrase(format.glyphs.unknown, .unknown) }
    guard let since = history.outsideSince else { return Phrase(format.calmDuration(.zero)) }
    return Phrase("\(format.glyphs.warning) \(format.calmDuration(format.now - since))", .breach)
  }

  private var outsideInAll: Phrase {
    history.map { Phrase(format.calmDuration($0.timeOutside)) } ?? Phrase(format.glyphs.unknown, .unknown)
  }

  private func words(_ trade: TradeSuggestion) -> [[Phrase]] {
    let quantity = format.hidesBalances ? format.hidden : format.exact(trade.contracts.magnitude)
    let isUrgent = state == .breach
    return [
      [
        Phrase("\(format.glyphs.arrow) ", .label),
        Phrase(trade.contracts < 0 ? "SELL" : "BUY", .text, emphasis: isUrgent ? .bold : []),
        Phrase(" \(quantity) \(trade.leg.instrument.symbol)", .text, emphasis: isUrgent ? .bold : []),
        Phrase(" \(format.glyphs.approximately) ", .label), Phrase(format.money(trade.notional.magnitude)),
      ],
      [Phrase("fee ", .label), Phrase(format.money(trade.fee))],
      [Phrase("leaves ", .label), Phrase(format.beta(trade.residualBeta, sign: .both))],
      [Phrase(trade.leg.account.name, .label)],
    ]
  }

  private func words(_ warning: TradeSuggestion.Warning) -> String {
    switch warning {
    case .bandInfeasible(let lotBeta):
      "lot too coarse: one lot is \(glyphsBeta) \(format.beta(lotBeta)), no quantity need lie in the band"
    case .belowMinimumQuantity(let minimum): "below the venue's minimum of \(format.exact(minimum)) contracts"
    case .belowMinimumNotional(let minimum): "below the venue's minimum value of \(format.exact(minimum))"
    }
  }

  private var glyphsBeta: String { format.glyphs.beta }
}
