import FoundationEssentials
import HedgeModel

/// The move from one coin into another.
extension ConfigurationDecoder {
  /// Reads `[strategy.transition]`; nil for a strategy that states none.
  func transition(
    _ reader: TableReader, _ draft: StrategyDraft, _ policy: HedgePolicy?, _ context: StrategyContext
  ) -> TransitionIntent? {
    guard reader.states("transition") else {
      _ = reader.node("transition")
      return nil
    }
    guard draft.kind == .spotHedge else {
      _ = reader.node("transition")
      issues.error(
        reader.place("transition"), "a \(draft.kind.words) moves nothing; only a spot hedge has a transition: remove it"
      )
      return nil
    }
    return reader.section("transition") { intent($0, draft, policy, context) }
  }

  private func intent(
    _ reader: TableReader, _ draft: StrategyDraft, _ policy: HedgePolicy?, _ context: StrategyContext
  ) -> TransitionIntent? {
    let from = reader.asset("from")
    let to = reader.asset("to")
    let quantity = reader.decimal("quantity", .positive, of: "coins to move in all")
    let moved = reader.decimal("moved", .nonNegative, of: "coins moved already")
    let steps = reader.integer("steps", 1...1000, of: "in how many steps")
    if !reader.states("from") { reader.missing("from", "name the coin to move out of: from = \"BTC\"") }
    if !reader.states("steps") { reader.missing("steps", "state in how many steps, such as 5") }
    guard let from, let steps, !reader.isReported("to", to), !reader.isReported("quantity", quantity),
      !reader.isReported("moved", moved)
    else { return nil }
    let intent = TransitionIntent(from: from, to: to, quantity: quantity, moved: moved ?? 0, steps: steps)
    checkQuantity(intent, draft, reader)
    checkTarget(intent, draft, reader, context)
    if policy?.mode == .sameAsset { checkLegs(intent, draft, reader) }
    return intent
  }

  private func checkQuantity(_ intent: TransitionIntent, _ draft: StrategyDraft, _ reader: TableReader) {
    let held = draft.holdings.first { $0.asset == intent.from }?.quantity ?? 0
    if let quantity = intent.quantity, intent.moved > quantity {
      issues.error(
        reader.place("moved"), "found \(intent.moved), expected at most \(quantity), which is all that is to be moved")
      return
    }
    let rest = intent.remaining(held: held)
    if held == 0, rest > 0 || intent.moved == 0 {
      issues.error(
        reader.place("from"), "the strategy holds no \(intent.from); name a coin of its [[strategy.holding]]s")
    } else if rest > held {
      issues.error(
        reader.place("quantity"),
        "\(rest) \(intent.from) are still to be moved, but \(held) are held; state what was moved already in moved")
    }
  }

  private func checkTarget(
    _ intent: TransitionIntent, _ draft: StrategyDraft, _ reader: TableReader, _ context: StrategyContext
  ) {
    guard let to = intent.to else { return }
    if to == intent.from {
      issues.error(reader.place("to"), "found \(to), which is the coin to move out of; name another one")
    } else if context.scope.hasStatedValue(to) {
      issues.error(reader.place("to"), "\(to) is cash; leave `to` out to move into cash")
    } else if !draft.holdings.contains(where: { $0.asset == to }), !draft.legs.contains(where: { $0.underlying == to })
    {
      issues.error(
        reader.place("to"),
        "the strategy has neither coins of \(to) nor a leg on it, so nothing is known of it; add a [[strategy.leg]] on "
          + "it with contracts = 0")
    }
  }

  /// With a future for each coin both coins need theirs.
  private func checkLegs(_ intent: TransitionIntent, _ draft: StrategyDraft, _ reader: TableReader) {
    let coins = [("from", intent.from)] + (intent.to.map { [("to", $0)] } ?? [])
    for (key, coin) in coins
    where draft.holdings.contains(where: { $0.asset == coin }) && !draft.legs.contains(where: { $0.underlying == coin })
    {
      issues.error(
        reader.place(key), "no leg on \(coin) to hedge it with; add a [[strategy.leg]] with contracts = 0")
    }
  }
}
