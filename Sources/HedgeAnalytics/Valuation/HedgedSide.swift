import HedgeModel

/// Which positions of a strategy are what is hedged, and what its net beta is divided by. The rest hedges it.
struct HedgedSide: Hashable, Sendable {
  /// What net beta is divided by.
  let denominator: NetBetaFigures.Denominator
  private let includesLongLegs: Bool
  private let balance: InstrumentID?

  /// The hedged side of a strategy.
  ///
  /// - Parameter hasSpot: whether it stands for coins, held or as collateral.
  init(of strategy: Strategy, hasSpot: Bool) {
    self.init(strategy.kind, balance: strategy.spread?.balance, hasSpot: hasSpot)
  }

  /// The hedged side of a strategy whose figures these are.
  init(of figures: StrategyFigures) {
    self.init(figures.kind, balance: figures.spread?.balance, hasSpot: !figures.holdings.isEmpty)
  }

  private init(_ kind: Strategy.Kind, balance: InstrumentID?, hasSpot: Bool) {
    self.balance = balance
    switch kind {
    case .basket, .pair, .sectorSpread: (denominator, includesLongLegs) = (.grossLongValue, true)
    case .spotHedge, .cashAndCarry:
      (denominator, includesLongLegs) = hasSpot ? (.spotValue, false) : (.grossLongValue, true)
    case .reverseCarry: (denominator, includesLongLegs) = (.spotSold, false)
    case .leveragedLong: (denominator, includesLongLegs) = (hasSpot ? .spotValue : .equity, false)
    }
  }

  /// Whether a leg of this instrument, with a position of this sign, is part of what is hedged.
  func contains(_ instrument: InstrumentID, isLong: Bool) -> Bool {
    includesLongLegs && isLong && instrument != balance
  }

  /// What net beta is divided by.
  func value<Amount>(
    spot: Amount, longLegs: @autoclosure () -> Amount, cash: @autoclosure () -> Amount,
    _ add: (Amount, Amount) -> Amount, _ negated: (Amount) -> Amount
  ) -> Amount {
    switch denominator {
    case .spotValue: spot
    case .grossLongValue: add(spot, longLegs())
    case .equity: add(spot, cash())
    case .spotSold: negated(spot)
    }
  }
}
