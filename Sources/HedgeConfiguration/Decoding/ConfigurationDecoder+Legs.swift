import FoundationEssentials
import HedgeModel

extension ConfigurationDecoder {
  private enum MarginName: String, CaseIterable {
    case cross, isolated
  }

  /// Reads the `[[strategy.leg]]` tables.
  func legs(_ reader: TableReader, _ kind: Strategy.Kind, _ context: StrategyContext) -> [StrategyDraft.LegEntry] {
    var seen: Set<LegID> = []
    return reader.each("leg") { reader in
      guard let entry = leg(reader, kind, context) else { return nil }
      let leg = entry.leg
      if !seen.insert(LegID(strategy: "", instrument: leg.instrument, account: leg.account)).inserted {
        issues.error(
          reader.place("instrument"),
          "\(leg.instrument) stands in the account \(PrintableText.quoted(leg.account.name)) already; "
            + "add the contracts up in one leg")
      }
      return entry
    }
  }

  private func leg(
    _ reader: TableReader, _ kind: Strategy.Kind, _ context: StrategyContext
  ) -> StrategyDraft.LegEntry? {
    let id = reader.instrument("instrument", on: context.scope.feed.name)
    let account = legAccount(reader, context)
    if let account, context.accounts.contains(where: { $0.account.id == account && $0.source != nil }) {
      issues.error(reader.place("account"), "the positions of \(account) are read from its venue; use legs_from")
    }
    let side: PositionSide? = reader.choice("side")
    let contracts = contracts(reader, side)
    let weight = weight(reader, kind)
    let entry = reader.decimal("entry_price", .positive, of: "the average price the position was opened at")
    let margin = marginMode(reader)
    let leverage = reader.decimal("leverage", .above(0, to: 1000), of: "as chosen on the venue") ?? 1
    let opened = reader.instant("opened_at")
    if !reader.states("instrument") { reader.missing("instrument", "name the future: instrument = \"BTC-PERP\"") }
    if let opened, opened > now {
      issues.warning(reader.place("opened_at"), "\(opened.iso8601) is in the future; funding accrues from then on")
    }
    let future = id.flatMap { context.scope.future($0, at: reader.place("instrument")) }
    guard let future, let account, let contracts, let margin else { return nil }
    if contracts > 0, !reader.states("side"), kind == .spotHedge || kind == .cashAndCarry {
      issues.warning(
        reader.place("contracts"),
        "found \(contracts), a long position; a short one is negative, or say side = \"long\"")
    }
    if contracts != 0 && !reader.states("entry_price") {
      issues.warning(reader.place, "no entry_price: profit and liquidation price of \(future.id) stay unknown")
    }
    let leg = Leg(
      instrument: future.id, account: account, contracts: contracts, entryPrice: entry, marginMode: margin,
      leverage: leverage, openedAt: opened, side: side)
    checkAgainstMarket(leg, future, reader, context)
    return StrategyDraft.LegEntry(
      leg: leg, underlying: future.underlying, weight: weight, place: reader.place("instrument"))
  }

  private func legAccount(_ reader: TableReader, _ context: StrategyContext) -> AccountID? {
    guard let name = reader.name("account", of: "the name of an account") else {
      if !reader.states("account"), context.onlyAccount == nil {
        reader.missing("account", "name the account the leg stands in, and describe it in an [[account]] table")
      }
      return reader.states("account") ? nil : context.onlyAccount
    }
    let names = context.accounts.map(\.account.id.name)
    if names.contains(name) { return AccountID(name) }
    let expected = names.isEmpty ? "an [[account]] table with that name" : "an account: \(TableReader.oneOf(names))"
    let suggestion = Spelling.suggestion(for: name, among: names).map { "\"\($0)\"" }
    issues.error(
      reader.place("account"), "found \(PrintableText.quoted(name)), expected \(expected)", suggestion: suggestion)
    return nil
  }

  /// Signed contracts; with a side, positive ones.
  private func contracts(_ reader: TableReader, _ side: PositionSide?) -> Decimal? {
    let contracts = reader.decimal("contracts", .any, of: "contracts, negative when short")
    if !reader.states("contracts") {
      reader.missing("contracts", "state them, negative when short; 0 when nothing is held yet")
    }
    guard let contracts else { return nil }
    guard reader.states("side") else { return contracts }
    if contracts < 0 {
      issues.error(reader.place("contracts"), "found \(contracts), expected 0 or more beside a side; remove the sign")
    }
    return side == .short ? -contracts : contracts
  }

  /// The leg's share of its side in a sector spread.
  private func weight(_ reader: TableReader, _ kind: Strategy.Kind) -> Double? {
    let weight = reader.number("weight", .above(0, to: 1), of: "its share of its side")
    if reader.states("weight"), !kind.isSpread {
      issues.error(reader.place("weight"), "only the legs of a spread have weights; remove it")
    }
    return weight
  }

  private func marginMode(_ reader: TableReader) -> Leg.MarginMode? {
    let mode = reader.choice("margin", of: MarginName.self)
    let amount = reader.decimal("isolated_margin", .positive, of: "the position's own margin")
    switch mode ?? .cross {
    case .cross:
      if reader.states("isolated_margin") && (mode != nil || !reader.states("margin")) {
        issues.error(
          reader.place("isolated_margin"),
          "only isolated positions have a margin of their own; "
            + "state margin = \"isolated\" or remove it")
      }
      return .cross
    case .isolated:
      if !reader.states("isolated_margin") {
        reader.missing("isolated_margin", "an isolated position states its own margin")
      }
      return amount.map { .isolated(margin: $0) }
    }
  }

  /// Warns of what the venue would not have: contracts between two lots, more leverage than allowed, no margin table.
  private func checkAgainstMarket(_ leg: Leg, _ future: Instrument, _ reader: TableReader, _ context: StrategyContext) {
    let lots = leg.contracts / future.lotStep
    if lots.description.contains(".") {
      issues.warning(
        reader.place("contracts"), "\(leg.contracts) is no multiple of the lot \(future.lotStep) of \(future.id)")
    }
    let draft = context.accounts.first { $0.account.id == leg.account }
    guard let tiers = draft?.completed(for: [future], from: context.scope.catalog).tiers[future.id] else {
      // The venue is asked for it when the program runs.
      if live.awaitsTiers, live.venues.contains(future.id.venue) { return }
      issues.warning(
        reader.place("instrument"), "no margin table for \(future.id): maintenance margin and liquidation stay unknown")
      return
    }
    if let limit = tiers.tiers.first?.maximumLeverage, let leverage = leg.leverage, leverage > limit {
      issues.warning(reader.place("leverage"), "found \(leverage), more than the \(limit) of the margin table")
    }
  }
}
