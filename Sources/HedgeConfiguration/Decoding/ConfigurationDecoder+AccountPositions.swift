import FoundationEssentials
import HedgeModel

/// Legs and holdings that are read from a venue instead of being written down.
extension ConfigurationDecoder {
  /// True when a strategy takes positions from an account.
  static func isRead(_ reader: TableReader) -> Bool { reader.states("legs_from") || reader.states("holdings_from") }

  /// True while an account that the strategy takes positions from has not been read: what it holds is not known, so it
  /// cannot be checked.
  func awaitsAccount(_ reader: TableReader, _ context: StrategyContext) -> Bool {
    ["legs_from", "holdings_from"].contains { key in
      reader.states(key) && draft(key, reader, context)?.snapshot == nil
    }
  }

  /// The account that `legs_from` names; nil when it names none.
  func legsAccount(_ reader: TableReader, _ context: StrategyContext) -> AccountID? {
    reader.states("legs_from") ? draft("legs_from", reader, context)?.account.id : nil
  }

  /// The positions of the account that `legs_from` names, as legs.
  func accountLegs(_ reader: TableReader, _ context: StrategyContext) -> [StrategyDraft.LegEntry] {
    guard let draft = draft("legs_from", reader, context, reporting: true) else { return [] }
    let place = reader.place("legs_from")
    guard let snapshot = draft.snapshot else {
      issues.warning(place, "the positions of \(draft.account.id) are read from its venue when the program runs")
      return draft.source.map { source in
        let leg = Leg.unread(in: draft.account.id, of: source.venue)
        return [StrategyDraft.LegEntry(leg: leg, underlying: Asset("?"), weight: nil, place: place)]
      } ?? []
    }
    let instruments = snapshot.positions.filter { $0.contracts != 0 }.map(\.instrument)
    for instrument in Set(instruments).sorted() where instruments.count(where: { $0 == instrument }) > 1 {
      issues.error(
        place,
        "\(draft.account.id) holds both a long and a short position in \(instrument), which liquidate apart; hedgetop "
          + "watches one position of an instrument: close one side, or use one-way mode on the venue")
    }
    return snapshot.positions.compactMap { position in
      guard let contracts = position.contracts, contracts != 0,
        let future = context.scope.future(position.instrument, at: place)
      else { return nil }
      let leg = Leg(
        instrument: future.id, account: draft.account.id, contracts: contracts, entryPrice: position.entryPrice,
        marginMode: position.marginMode ?? .untold, leverage: position.leverage, openedAt: position.openedAt)
      return StrategyDraft.LegEntry(leg: leg, underlying: future.underlying, weight: nil, place: place)
    }
  }

  /// The coins of the account that `holdings_from` names, as holdings. What has a stated value is cash, and what has no
  /// market cannot be valued: both are left out, the latter with a warning.
  func accountHoldings(_ reader: TableReader, _ context: StrategyContext) -> [Holding] {
    guard let draft = draft("holdings_from", reader, context, reporting: true) else { return [] }
    let place = reader.place("holdings_from")
    guard let snapshot = draft.snapshot else {
      issues.warning(place, "the coins of \(draft.account.id) are read from its venue when the program runs")
      return draft.source.map { [Holding.unread(in: draft.account.id, of: $0.venue)] } ?? []
    }
    let coins = snapshot.spotBalances.filter { $0.value != 0 && !context.scope.hasStatedValue($0.key) }
    return coins.sorted { $0.key < $1.key }.compactMap { asset, quantity in
      guard let market = context.scope.knownMarket(of: asset) else {
        issues.warning(place, "\(quantity) \(asset) has no market where coins are priced, and is not counted")
        return nil
      }
      return context.scope.spotMarket(of: asset, stated: market, at: place).map {
        Holding(asset: asset, instrument: $0, quantity: quantity)
      }
    }
  }

  /// Holdings written down by hand, and those that were read of other coins; of one coin both are added up.
  func merged(_ stated: [Holding], _ read: [Holding]) -> [Holding] {
    let quantities = Dictionary(uniqueKeysWithValues: read.map { ($0.asset, $0.quantity) })
    let coins = Set(stated.map(\.asset))
    return stated.map {
      Holding(
        asset: $0.asset, instrument: $0.instrument, quantity: $0.quantity + (quantities[$0.asset] ?? 0), cost: $0.cost)
    } + read.filter { !coins.contains($0.asset) }
  }

  private func draft(
    _ key: String, _ reader: TableReader, _ context: StrategyContext, reporting: Bool = false
  ) -> AccountDraft? {
    guard let node = reader.node(key), case .text(let name) = node.content else {
      if reporting, let node = reader.node(key) {
        issues.error(reader.place(key), "found \(node.found), expected the name of an account")
      }
      return nil
    }
    let accounts = context.accounts.filter { $0.source != nil }
    if let draft = accounts.first(where: { $0.account.id.name == name }) { return draft }
    guard reporting else { return nil }
    let names = accounts.map(\.account.id.name)
    let expected = names.isEmpty ? "an [[account]] with a source" : "an account: \(TableReader.oneOf(names))"
    issues.error(
      reader.place(key), "found \(PrintableText.quoted(name)), expected \(expected)",
      suggestion: Spelling.suggestion(for: name, among: names).map { "\"\($0)\"" })
    return nil
  }
}
