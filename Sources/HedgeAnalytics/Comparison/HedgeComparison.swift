import HedgeModel

/// What the same money would do in other strategies, side by side.
public enum HedgeComparison {
  /// The move of the benchmark that profits are compared at, up and down.
  public static let move = 0.1

  /// A row for each kind, in their order. What cannot be told of one is unknown with the reason; the others stand.
  public static func rows(_ book: ComparisonBook) -> [ComparisonRow] {
    ComparisonRow.Kind.allCases.map { row($0, book) }
  }

  private static func row(_ kind: ComparisonRow.Kind, _ book: ComparisonBook) -> ComparisonRow {
    let value = book.holdings.sum(\.value)
    let betaValue = book.holdings.sum { $0.value * $0.beta }
    func short(_ notional: Reading<Double>) -> [ComparisonBook.Leg] {
      [ComparisonBook.Leg(instrument: book.hedge, notional: notional.map { -$0 })]
    }
    func betaShort(_ ratio: Double) -> [ComparisonBook.Leg] {
      short(
        betaValue.map { $0 * ratio }
          .divided(by: book.hedge.beta, undefined: "the beta of \(book.hedge.underlying) is zero"))
    }
    return switch kind {
    case .current: row(kind, book.holdings, book.legs)
    case .longOnly: row(kind, book.holdings, [])
    case .simpleDollar: row(kind, book.holdings, short(value.map { $0 * book.hedgeRatio }))
    case .betaWeighted: row(kind, book.holdings, betaShort(book.hedgeRatio))
    case .betaNeutral: row(kind, book.holdings, betaShort(1))
    case .pairs: pairs(book, gross: value)
    case .carry:
      row(
        kind, [ComparisonBook.Holding(asset: book.hedge.underlying, value: value, beta: book.hedge.beta)],
        short(value))
    }
  }

  /// V_L = G·β_S/(β_L + β_S) of the coins that are not the benchmark, in their present shares, and the rest of G short.
  private static func pairs(_ book: ComparisonBook, gross: Reading<Double>) -> ComparisonRow {
    let coins = book.holdings.filter { $0.asset != book.hedge.underlying }
    if coins.isEmpty {
      return ComparisonRow(
        .pairs, unknown: UnknownReason(.undefined, "no coin other than \(book.hedge.underlying) is held"))
    }
    let none = "the coins other than \(book.hedge.underlying) are worth nothing"
    let held = coins.sum(\.value)
    let beta = coins.sum { $0.value * $0.beta }.divided(by: held, undefined: none)
    let sizing = gross.combined(with: beta.combined(with: book.hedge.beta) { ($0, $1) }) { gross, betas in
      BasketSizing.betaNeutral(gross: gross, longBeta: betas.0, shortBeta: betas.1)
    }.flatMap { sizing -> Reading<BasketSizing> in
      sizing.map { .stated($0) } ?? .unknown(UnknownReason(.undefined, "the betas of the pair add up to zero"))
    }
    let scale = sizing.map(\.longValue).divided(by: held, undefined: none)
    let longs = coins.map { ComparisonBook.Holding(asset: $0.asset, value: $0.value * scale, beta: $0.beta) }
    let short = ComparisonBook.Leg(instrument: book.hedge, notional: sizing.map { -$0.shortValue })
    return row(.pairs, longs, [short])
  }

  private static func row(
    _ kind: ComparisonRow.Kind, _ longs: [ComparisonBook.Holding], _ legs: [ComparisonBook.Leg]
  ) -> ComparisonRow {
    let value = longs.sum(\.value)
    let exposure = longs.sum { $0.value * $0.beta } + legs.sum { $0.notional * $0.instrument.beta }
    return ComparisonRow(
      kind: kind, longValue: value, legNotional: legs.sum(\.notional),
      netBeta: exposure.divided(by: value, undefined: "nothing is held, so there is no net beta"),
      marginNeeded: legs.sum { $0.notional.map { abs($0) } * $0.instrument.marginRate },
      fundingPerDay: legs.sum {
        $0.notional.combined(with: $0.instrument.fundingRatePerDay) { FundingCash.received(notional: $0, rate: $1) }
      },
      profitAtFall: profit(-move, longs, legs), profitAtRise: profit(move, longs, legs))
  }

  /// No price falls below zero.
  private static func profit(
    _ move: Double, _ longs: [ComparisonBook.Holding], _ legs: [ComparisonBook.Leg]
  ) -> Reading<Double> {
    func profit(_ value: Reading<Double>, _ beta: Reading<Double>) -> Reading<Double> {
      value.combined(with: beta) { $0 * max($1 * move, -1) }
    }
    return longs.sum { profit($0.value, $0.beta) } + legs.sum { profit($0.notional, $0.instrument.beta) }
  }
}
