import FoundationEssentials
import HedgeModel

/// The size of a pair or sector spread, and what only other kinds state.
extension ConfigurationDecoder {
  /// Reads `gross`, `balance_with` and the weights of the legs; nil for a strategy without a stated size.
  func spread(_ reader: TableReader, _ draft: StrategyDraft, _ context: StrategyContext) -> SpreadPlan? {
    let gross = reader.decimal("gross", .positive, of: "notional of both sides together")
    let balance = reader.instrument("balance_with", on: context.scope.feed.name)
    let isSpread = draft.kind.isSpread
    for key in ["gross", "balance_with"] where reader.states(key) && !isSpread {
      issues.error(reader.place(key), "a \(draft.kind.words) has no \(key); remove it, or change the kind to a spread")
    }
    guard isSpread else { return nil }
    if draft.kind == .sectorSpread, !reader.states("gross") {
      reader.missing("gross", "state the notional of both sides together, such as 100_000")
    }
    if gross != nil, !draft.holdings.isEmpty {
      issues.error(
        reader.place("gross"), "only futures are sized to a gross; the short side of what is held follows it: remove it"
      )
      return nil
    }
    if balance != nil, gross == nil, !reader.isReported("gross", gross), draft.kind == .pair {
      reader.missing("gross", "both sides can be made equal only when their size is stated")
    }
    guard let gross, isBalance(balance, of: draft, reader, context) else { return nil }
    let weights = weights(draft.legs(.long, besides: balance), .long, reader)
      .merging(weights(draft.legs(.short, besides: balance), .short, reader)) { first, _ in first }
    return SpreadPlan(gross: gross, weights: weights, balance: balance)
  }

  /// True when there is nothing to balance with, or a leg to do so.
  private func isBalance(
    _ balance: InstrumentID?, of draft: StrategyDraft, _ reader: TableReader, _ context: StrategyContext
  ) -> Bool {
    guard let balance else { return !reader.states("balance_with") }
    guard context.scope.future(balance, at: reader.place("balance_with")) != nil else { return false }
    if draft.legs.contains(where: { $0.leg.instrument == balance }) { return true }
    issues.error(
      reader.place("balance_with"),
      "found \(PrintableText.quoted(balance.description)), which is no leg of the strategy; add a [[strategy.leg]] with "
        + "its account, contracts = 0 when nothing is held yet")
    return false
  }

  /// The shares of one side: as stated, or equal ones when none is.
  private func weights(
    _ legs: [StrategyDraft.LegEntry], _ side: PositionSide, _ reader: TableReader
  ) -> [InstrumentID: Double] {
    guard let first = legs.first else {
      issues.error(reader.place("leg"), "nothing is \(side); add a [[strategy.leg]] with side = \"\(side)\"")
      return [:]
    }
    var weights: [InstrumentID: Double] = [:]
    for entry in legs where weights.updateValue(entry.weight ?? 0, forKey: entry.leg.instrument) != nil {
      issues.error(entry.place, "\(entry.leg.instrument) stands in the spread twice; each future has one leg there")
    }
    let stated = legs.compactMap(\.weight)
    if stated.isEmpty { return weights.mapValues { _ in 1 / Double(legs.count) } }
    if let bare = legs.first(where: { $0.weight == nil }) {
      issues.error(bare.place, "missing weight; state one for every \(side) leg or for none")
    } else if abs(stated.reduce(0, +) - 1) > 1e-9 {
      let sum = stated.reduce(0, +)
      issues.error(first.place, "the weights of the \(side) legs sum to \(sum), expected 1")
    }
    return weights
  }

  /// Reads what borrowing costs, which a reverse carry states and no other.
  func borrowRate(_ reader: TableReader, _ kind: Strategy.Kind) -> Double? {
    let rate = reader.number("borrow_rate", .from(0, to: 10), of: "what borrowing the coins costs a year: 0.05 is 5 %")
    if kind == .reverseCarry, !reader.states("borrow_rate") {
      reader.missing("borrow_rate", "state what borrowing the coins costs a year, such as 0.05")
    } else if kind != .reverseCarry, reader.states("borrow_rate") {
      issues.error(reader.place("borrow_rate"), "only a reverse carry borrows; remove it")
    }
    return rate
  }
}
