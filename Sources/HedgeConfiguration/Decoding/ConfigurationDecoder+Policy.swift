import FoundationEssentials
import HedgeModel

extension ConfigurationDecoder {
  /// The names of ``HedgePolicy/Mode`` in a file.
  private enum ModeName: String, CaseIterable {
    case sameAsset = "same-asset"
    case benchmark
    case minimumVariance = "minimum-variance"
  }

  /// Reads what a strategy is meant to do.
  func policy(_ reader: TableReader, _ draft: StrategyDraft, _ context: StrategyContext) -> HedgePolicy? {
    let aim = aim(reader, draft.kind)
    let stated = reader.decimal("band", .above(0, to: 1), of: "the drift beyond which the hedge is off")
    let band = stated ?? Decimal(5) / 100
    let clear = clearLevel(reader, band)
    let mode = mode(reader, draft, context)
    let rounding = reader.choice("rounding", of: HedgePolicy.Rounding.self) ?? .nearest
    let days = reader.number("holding_period_days", .above(0, to: 3650), of: "days the hedge is meant to be held")
    let beta = reader.section("beta") { self.beta($0, context) }
    let review = reader.section("review", review)
    let costs = reader.section("costs", costs)
    guard let (aim, stance) = aim, let mode else { return nil }
    return HedgePolicy(
      aim: aim, stance: stance, band: band.inexact, clearLevel: clear.inexact, beta: beta, mode: mode,
      rounding: rounding, review: review, holdingPeriod: days.map { .days($0) } ?? .days(30), costs: costs)
  }

  private func clearLevel(_ reader: TableReader, _ band: Decimal) -> Decimal {
    let meaning = "the drift below which a breach is over"
    guard let clear = reader.decimal("clear_level", .nonNegative, of: meaning) else { return band * 4 / 5 }
    if clear >= band {
      issues.error(
        reader.place("clear_level"), "found \(clear), expected less than the band \(band), such as \(band * 4 / 5)")
    }
    return clear
  }

  /// Which future hedges what: told by `mode`, by whether `hedge_with` is stated, or by the one leg that can.
  private func mode(
    _ reader: TableReader, _ draft: StrategyDraft, _ context: StrategyContext
  ) -> HedgePolicy.Mode? {
    let name = reader.choice("mode", of: ModeName.self)
    let id = reader.instrument("hedge_with", on: context.scope.feed.name)
    let place = reader.place("hedge_with")
    if name == .minimumVariance, draft.kind != .spotHedge {
      issues.error(
        reader.place("mode"),
        "the mode \"minimum-variance\" is for a spot hedge, and this is a \(draft.kind.words); change it")
      return nil
    }
    if draft.kind != .spotHedge, !reader.states("hedge_with") {
      return usualMode(name, draft, reader)
    }
    if name == .minimumVariance { return minimumVariance(draft, reader) }
    let isBenchmark = name.map { $0 == .benchmark } ?? reader.states("hedge_with")
    guard isBenchmark else {
      if reader.states("hedge_with") {
        issues.error(
          place, "the mode \"same-asset\" hedges each coin with its own future; remove it or change the mode")
      }
      return .sameAsset
    }
    guard let id else {
      if !reader.states("hedge_with") {
        reader.missing("hedge_with", "the mode \"benchmark\" needs a future, such as \"BTC-PERP\"")
      }
      return nil
    }
    guard let future = context.scope.future(id, at: place) else { return nil }
    let assets = context.benchmark.components.map(\.asset)
    if draft.kind != .pair, !assets.contains(future.underlying) {
      issues.warning(
        place, "\(id) is a future on \(future.underlying), which is no part of the benchmark \(context.benchmark.label)"
      )
    }
    return .benchmark(id)
  }

  /// All futures together: they must be on two coins at least, and none may be singled out.
  private func minimumVariance(_ draft: StrategyDraft, _ reader: TableReader) -> HedgePolicy.Mode? {
    if reader.states("hedge_with") {
      issues.error(
        reader.place("hedge_with"),
        "the mode \"minimum-variance\" shares the hedge out among all futures; remove it or change the mode")
    }
    let coins = Set(draft.legs.map(\.underlying))
    if coins.count < 2 {
      issues.error(
        reader.place("mode"),
        "the mode \"minimum-variance\" needs futures on two coins or more, found "
          + (coins.first.map { "only \($0)" } ?? "none") + "; add a [[strategy.leg]] with contracts = 0")
    }
    if reader.states("transition") {
      issues.error(
        reader.place("transition"),
        "a transition moves each coin with its own future, or all with one; change the mode or remove it")
    }
    return .minimumVariance
  }

  /// What hedges a kind other than a spot hedge when `hedge_with` is not stated.
  private func usualMode(_ name: ModeName?, _ draft: StrategyDraft, _ reader: TableReader) -> HedgePolicy.Mode? {
    switch draft.kind {
    case .spotHedge, .cashAndCarry, .reverseCarry, .sectorSpread: return .sameAsset
    case .basket, .pair, .leveragedLong:
      if name == .sameAsset { return .sameAsset }
      if let leg = draft.onlyLeg(draft.kind == .leveragedLong ? .long : .short) { return .benchmark(leg.instrument) }
      if draft.kind != .pair { reader.missing("hedge_with", "name the future that is traded, such as \"BTC-PERP\"") }
      return draft.kind == .pair ? .sameAsset : nil
    }
  }

  /// Reads `[strategy.review]`; false switches a trigger off.
  private func review(_ reader: TableReader) -> ReviewTriggers {
    let standard = ReviewTriggers()
    let hours = trigger(reader, "hours", .above(0, to: 87_600), "hours since the last review")
    let move = trigger(reader, "benchmark_move", .above(0, to: 10), "a fraction: 0.05 is 5 %")
    let change = trigger(reader, "spot_value_change", .above(0, to: 10), "a fraction: 0.1 is 10 %")
    let beta = trigger(reader, "beta_change", .above(0, to: 100), "standard errors a beta may move by")
    let regime = reader.flag("regime_change")
    return ReviewTriggers(
      interval: hours.map { $0.map { .hours($0) } } ?? standard.interval,
      benchmarkMove: move ?? standard.benchmarkMove, spotValueChange: change ?? standard.spotValueChange,
      betaChange: beta ?? standard.betaChange, regimeChange: regime ?? standard.regimeChange)
  }

  /// Reads `[strategy.costs]`. A year of funding is kept, and a mean is compared with the one before it.
  private func costs(_ reader: TableReader) -> CostPolicy {
    let standard = CostPolicy()
    let days = reader.number("average_days", .above(0, to: 180), of: "days of paid funding that are averaged")
    let drop = reader.number("drop", .above(0, to: 1), of: "the fall to protect against; 0.1 is 10 %")
    let aversion = reader.number("risk_aversion", .from(0, to: 1_000_000), of: "how much variance is minded")
    return CostPolicy(
      averagingWindow: days.map { .days($0) } ?? standard.averagingWindow, drop: drop ?? standard.drop,
      riskAversion: aversion ?? standard.riskAversion)
  }

  /// A number, or false: the outer optional is nil when the key is absent, the inner when it is switched off.
  private func trigger(_ reader: TableReader, _ key: String, _ bounds: Bounds, _ meaning: String) -> Double?? {
    if case .flag(false)? = reader.node(key)?.content { return .some(nil) }
    let either = Bounds(words: bounds.words + ", or false", contains: bounds.contains)
    return reader.number(key, either, of: meaning).map { .some($0) }
  }
}
