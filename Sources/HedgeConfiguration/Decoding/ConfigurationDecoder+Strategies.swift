import FoundationEssentials
import HedgeModel

extension ConfigurationDecoder {
  /// Reads the `[[strategy]]` tables.
  func strategies(_ reader: TableReader, _ context: StrategyContext) -> [Strategy] {
    var names: Set<String> = []
    return reader.each("strategy") { reader in
      let strategy = strategy(reader, context)
      if let strategy, !names.insert(strategy.name).inserted {
        issues.error(
          reader.place("name"), "found \(PrintableText.quoted(strategy.name)) again, expected a name for each strategy")
      }
      return strategy
    }
  }

  private func strategy(_ reader: TableReader, _ context: StrategyContext) -> Strategy? {
    let name = reader.name("name", of: "a name of your choice")
    let kind = reader.choice("kind", of: Strategy.Kind.self) ?? .spotHedge
    let bucket: Bucket? = reader.choice("bucket")
    let accountLegs = accountLegs(reader, context)
    let accountHoldings = accountHoldings(reader, context)
    var draft = StrategyDraft(
      kind: kind, holdings: merged(holdings(reader, context), accountHoldings),
      legs: legs(reader, kind, context) + accountLegs)
    let spread = spread(reader, draft, context)
    let policy = policy(reader, draft, context)
    if let policy, spread == nil { addHedgeLeg(policy, to: &draft, reader, context) }
    let borrowRate = borrowRate(reader, kind)
    let transition = transition(reader, draft, policy, context)
    if !reader.states("name") { reader.missing("name", "give the strategy a name") }
    if !reader.states("holding"), !reader.states("leg"), !Self.isRead(reader) {
      reader.missing("holding", "add a [[strategy.holding]] for each coin you hold")
    } else if !issues.hasErrors, !awaitsAccount(reader, context) {
      check(draft, policy, reader, context)
    }
    guard let name, let policy else { return nil }
    return Strategy(
      name: name, kind: kind, holdings: draft.holdings, legs: draft.legs.map(\.leg), policy: policy, spread: spread,
      bucket: bucket, borrowRate: borrowRate, transition: transition)
  }

  /// The future a benchmark hedge trades must be a leg, so that it is known which account it stands in: with one
  /// account, or one that all legs are read from, it is added, holding nothing yet.
  private func addHedgeLeg(
    _ policy: HedgePolicy, to draft: inout StrategyDraft, _ reader: TableReader, _ context: StrategyContext
  ) {
    guard case .benchmark(let id) = policy.mode, !draft.legs.contains(where: { $0.leg.instrument == id }) else {
      return
    }
    if let account = legsAccount(reader, context) ?? context.onlyAccount, let future = context.scope.instruments[id] {
      let side = draft.kind == .leveragedLong ? PositionSide.long : .short
      draft.legs.append(
        StrategyDraft.LegEntry(
          leg: Leg(instrument: id, account: account, contracts: 0, entryPrice: nil, side: side),
          underlying: future.underlying, weight: nil, place: reader.place("hedge_with")))
    } else {
      issues.error(
        reader.place("hedge_with"),
        "found \(PrintableText.quoted(id.description)), which is no leg of the strategy; add a [[strategy.leg]] with "
          + "its account, contracts = 0 when nothing is short yet")
    }
  }

  private func holdings(_ reader: TableReader, _ context: StrategyContext) -> [Holding] {
    var seen: [Asset: Int] = [:]
    var index = 0
    return reader.each("holding") { reader in
      defer { index += 1 }
      let asset = reader.asset("asset")
      let quantity = reader.decimal("quantity", .any, of: "coins held")
      let cost = reader.decimal("cost", .nonNegative, of: "what the holding cost in all")
      let stated = reader.instrument("instrument", on: context.scope.feed.name)
      if !reader.states("asset") { reader.missing("asset", "name the coin: asset = \"BTC\"") }
      if !reader.states("quantity") { reader.missing("quantity", "state how many coins are held") }
      if quantity == 0 {
        issues.error(reader.place("quantity"), "found 0, expected coins held; remove the holding when there are none")
      }
      guard let asset else { return nil }
      if let first = seen.updateValue(index, forKey: asset) {
        issues.error(
          reader.place("asset"), "\(asset) is already held in holding[\(first)]; add the quantities up in one")
      }
      let place = reader.place(stated == nil ? "asset" : "instrument")
      guard let market = context.scope.spotMarket(of: asset, stated: stated, at: place), let quantity else {
        return nil
      }
      return Holding(asset: asset, instrument: market, quantity: quantity, cost: cost)
    }
  }
}
