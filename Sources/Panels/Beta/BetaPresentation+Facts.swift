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
    return [
      Fact("Net \(glyphs.beta) over \(figures.denominator.rawValue)", beta(figures.netBeta, sign: .both)),
      Fact("Target", beta(figures.target, sign: .both)),
      Fact("Hedge ratio now / target", hedgeNow, Phrase(" / ", .label), hedgeTarget),
      Fact("Outside band now / in all", outsideNow, Phrase(" / ", .label), outsideInAll),
      Fact("Net \(glyphs.beta) over equity", beta(figures.netBetaOverEquity, sign: .both)),
      Fact("Spot \(glyphs.beta) unhedged", beta(figures.spotBeta, sign: .both)),
      Fact("Drift s.e.", beta(figures.driftStandardError)),
    ]
  }

  /// What moved the drift since the last review, in parts that add up.
  var attribution: [[Phrase]] {
    guard let parts = strategy.netBeta.attribution.value else { return [] }
    let role: ThemeRole = strategy.netBeta.attribution.isStale ? .stale : .text
    func part(_ name: String, _ value: Double) -> [Phrase] {
      [Phrase(name + " ", .label), Phrase(format.beta(value, sign: .both), role)]
    }
    return [
      [Phrase("Since review \(format.shortDuration(format.now - parts.since)) ago: ", .label)]
        + part("drift", parts.total),
      part("prices", parts.prices), part("fills", parts.fills), part("betas", parts.betas),
      part("target", parts.target),
    ]
  }

  /// Trades that would bring the hedge back, or why none can be named.
  var trades: [[Phrase]] {
    if let reason = strategy.suggestionsUnavailable {
      return [[Phrase("No trade suggested: ", .label), Phrase(reason.detail, .unknown)]]
    }
    guard !strategy.suggestions.isEmpty else {
      return strategy.legs.isEmpty ? [] : [[Phrase("No trade needed", .label)]]
    }
    return strategy.suggestions.flatMap { trade -> [[Phrase]] in
      [words(trade)] + trade.warnings.map { [Phrase("  \(format.glyphs.warning) \(words($0))", .warning)] }
    }
  }

  /// Reviews that are due, and why nothing may be decided now.
  var attention: [[Phrase]] {
    var lines: [[Phrase]] = []
    if let lock { lines.append([Phrase("Locked: ", .stale, emphasis: .bold), Phrase(lock, .stale)]) }
    if !reviews.isEmpty {
      let reasons = reviews.map(words).joined(separator: ", ")
      lines.append([Phrase("\(format.glyphs.warning) Review due: ", .warning), Phrase(reasons)])
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

  /// What each position adds to net beta: holdings, then legs, the largest first within each.
  var contributions: [Contribution] {
    let holdings = strategy.holdings.map { Contribution(name: SpotPresentation.name($0), value: $0.contribution) }
    let legs = strategy.legs.map { Contribution(name: $0.id.instrument.symbol, value: $0.contribution) }
    func largestFirst(_ left: Contribution, _ right: Contribution) -> Bool {
      (left.value.value?.ifFinite?.magnitude ?? -1) > (right.value.value?.ifFinite?.magnitude ?? -1)
    }
    return holdings.sorted(by: largestFirst) + legs.sorted(by: largestFirst)
  }

  private func beta(_ reading: Reading<Double>, sign: SignRule = .negative) -> Phrase {
    format.phrase(reading) { format.beta($0, sign: sign) }
  }

  private var hedgeNow: Phrase {
    format.phrase(strategy.netBeta.achievedHedgeRatio) { format.percentage($0) }
  }

  private var hedgeTarget: Phrase {
    Phrase(format.percentage(strategy.policy.hedgeRatio.inexact))
  }

  private var outsideNow: Phrase {
    guard let history else { return Phrase(format.glyphs.unknown, .unknown) }
    guard let since = history.outsideSince else { return Phrase("no") }
    return Phrase(format.duration(format.now - since), .breach)
  }

  private var outsideInAll: Phrase {
    history.map { Phrase(format.duration($0.timeOutside)) } ?? Phrase(format.glyphs.unknown, .unknown)
  }

  private func words(_ trade: TradeSuggestion) -> [Phrase] {
    let glyphs = format.glyphs
    let side = trade.contracts < 0 ? "SELL" : "BUY"
    let quantity = format.hidesBalances ? format.hidden : format.exact(trade.contracts.magnitude)
    return [
      Phrase(side, .text, emphasis: .bold), Phrase(" \(quantity) \(trade.leg.instrument.symbol)"),
      Phrase(" \(glyphs.approximately) ", .label), Phrase(format.money(trade.notional.magnitude)),
      Phrase(", fee ", .label), Phrase(format.money(trade.fee)), Phrase(", leaves ", .label),
      Phrase(format.beta(trade.residualBeta, sign: .both)),
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

  private func words(_ review: DueReview) -> String {
    switch review {
    case .interval(let since): "\(format.shortDuration(format.now - since)) since the last"
    case .benchmarkMove(let move): "\(benchmark) moved \(format.percentage(move, sign: .both))"
    case .spotValueChange(let change): "spot value changed \(format.percentage(change, sign: .both))"
    }
  }
}
