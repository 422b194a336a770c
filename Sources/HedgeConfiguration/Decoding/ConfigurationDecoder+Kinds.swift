import FoundationEssentials
import HedgeModel

/// What each kind of strategy must and must not hold.
extension ConfigurationDecoder {
  /// Checks the positions of a strategy against its kind.
  func check(_ draft: StrategyDraft, _ policy: HedgePolicy?, _ reader: TableReader, _ context: StrategyContext) {
    switch draft.kind {
    case .spotHedge: if policy?.mode == .sameAsset { warnOfUnhedged(draft, reader, context) }
    case .basket: checkBasket(draft, policy, reader, context)
    case .pair: checkPair(draft, reader)
    case .sectorSpread: if !draft.holdings.isEmpty { refuseHoldings(reader, "a sector spread is made of futures") }
    case .cashAndCarry: checkCarry(draft, held: { $0 > 0 }, "held", hedge: .short, reader)
    case .reverseCarry: checkCarry(draft, held: { $0 < 0 }, "sold, with a negative quantity,", hedge: .long, reader)
    case .leveragedLong: checkSides(draft, of: .leveragedLong, only: .long, reader)
    }
  }

  private func warnOfUnhedged(_ draft: StrategyDraft, _ reader: TableReader, _ context: StrategyContext) {
    let hedged = Set(draft.legs.map(\.underlying))
    for asset in Set(draft.holdings.map(\.asset)).subtracting(hedged).sorted()
    where !context.scope.hasStatedValue(asset) {
      issues.warning(
        reader.place("mode"), "no leg on \(asset): with the mode \"same-asset\" it stays without a hedge")
    }
  }

  private func checkBasket(
    _ draft: StrategyDraft, _ policy: HedgePolicy?, _ reader: TableReader, _ context: StrategyContext
  ) {
    let coins = draft.longCoins
    if coins.isEmpty {
      issues.error(reader.place("kind"), "a basket holds something long; add a [[strategy.leg]] with side = \"long\"")
    } else if let overrides = policy?.beta.overrides,
      coins.allSatisfy({ overrides[$0] == 0 || context.scope.hasStatedValue($0) })
    {
      issues.error(
        reader.place("beta"), "the basket has no beta: 0 is stated for all of \(Self.list(coins)); nothing is to hedge")
    }
  }

  private func checkPair(_ draft: StrategyDraft, _ reader: TableReader) {
    let long = draft.longCoins
    let short = draft.legs(.short).map(\.underlying)
    if long.count != 1 || draft.holdings.count + draft.legs(.long).count != 1 {
      issues.error(
        reader.place("kind"),
        "a pair is long one coin, found \(long.isEmpty ? "none" : Self.list(long)); hold it or add one leg with side = \"long\""
      )
    }
    if short.count != 1 {
      issues.error(
        reader.place("kind"),
        "a pair is short one coin, found \(short.isEmpty ? "none" : Self.list(Set(short))); add one leg with side = \"short\""
      )
    }
    if let coin = short.first, short.count == 1, long == [coin] {
      issues.error(reader.place("kind"), "the pair is long and short the same coin \(coin)")
    }
  }

  private func checkCarry(
    _ draft: StrategyDraft, held: (Decimal) -> Bool, _ words: String, hedge: PositionSide, _ reader: TableReader
  ) {
    let kind = draft.kind
    if draft.holdings.isEmpty || !draft.holdings.allSatisfy({ held($0.quantity) }) {
      issues.error(reader.place("holding"), "the coins of a \(kind.words) are \(words) in [[strategy.holding]]")
    }
    let coins = Set(draft.holdings.map(\.asset))
    for entry in draft.legs where !coins.contains(entry.underlying) {
      issues.error(
        entry.place,
        "\(entry.leg.instrument) is a future on \(entry.underlying), of which the \(kind.words) has no coins")
    }
    for coin in coins.subtracting(draft.legs.map(\.underlying)).sorted() {
      issues.error(reader.place("leg"), "no leg on \(coin): the \(kind.words) needs a future on each of its coins")
    }
    checkSides(draft, of: kind, only: hedge, reader)
  }

  private func checkSides(
    _ draft: StrategyDraft, of kind: Strategy.Kind, only side: PositionSide, _ reader: TableReader
  ) {
    for entry in draft.legs where entry.leg.side != side {
      issues.error(
        entry.place, "\(entry.leg.instrument) is \(entry.leg.side), expected side = \"\(side)\" in a \(kind.words)")
    }
  }

  private func refuseHoldings(_ reader: TableReader, _ reason: String) {
    issues.error(reader.place("holding"), "\(reason); put the coins into a strategy of their own")
  }

  /// Coins by name, as `ADA, BTC`.
  static func list(_ coins: Set<Asset>) -> String { coins.sorted().map(\.symbol).joined(separator: ", ") }
}
