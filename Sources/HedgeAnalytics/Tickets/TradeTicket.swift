import FoundationEssentials
import HedgeModel

/// All trades of one rebalance, to be made as nearly at once as can be. The program writes it; it never sends an order.
///
///     let ticket = TradeTicket(strategy: "Core", at: now, currency: "USD", book: book, orders: orders)
///     ticket.residual(withoutFillOf: [ticket.lines[0].id]).netBeta
public struct TradeTicket: Hashable, Sendable {
  /// A name made of what it says: equal tickets have equal names.
  public let id: String
  /// The instant of the prices.
  public let at: Timestamp
  /// The strategy it is for.
  public let strategy: String
  /// The currency of all values.
  public let currency: Asset
  /// The trades, the easiest to make first; none when nothing is to be traded.
  public let lines: [Line]
  /// What the lines are ordered by.
  public let orderedBy: TicketLiquidity.Criterion
  /// The book before the trades.
  public let book: TicketBook
  /// Beta-dollars that rounding leaves open over the set: Σ(n − n*)·m·F·β, signed.
  public let roundingResidual: Double
  /// What the user must know.
  public let warnings: [Warning]

  /// Rounds `orders` together and puts them in order.
  ///
  /// - Parameters:
  ///   - strategy: whose trades they are.
  ///   - at: the instant of the prices.
  ///   - currency: what the values are in.
  ///   - book: the book before them.
  ///   - orders: the trades wanted, each instrument and account once.
  ///   - rounding: `nearest` and `minimumResidual` leave the least over the set; `towardZero` and `awayFromZero` bind
  ///     every single trade, so there is nothing to choose.
  ///   - incomplete: why a trade that is needed is not among the orders; nil when none is missing.
  public init(
    strategy: String, at: Timestamp, currency: Asset, book: TicketBook, orders: [TicketOrder],
    rounding: HedgePolicy.Rounding = .minimumResidual, incomplete: UnknownReason? = nil
  ) {
    let sizes = TicketSizes(orders, rounding: rounding)
    let (lines, criterion) = Self.ordered(zip(orders, sizes.contracts).compactMap { Line($0, contracts: $1) })
    self.init(
      strategy: strategy, at: at, currency: currency, lines: lines, orderedBy: criterion, book: book,
      roundingResidual: sizes.residual,
      warnings: (incomplete.map { [.incomplete($0)] } ?? []) + sizes.warnings + Self.warnings(lines, book))
  }

  private init(
    strategy: String, at: Timestamp, currency: Asset, lines: [Line], orderedBy: TicketLiquidity.Criterion,
    book: TicketBook, roundingResidual: Double, warnings: [Warning]
  ) {
    id = Self.identity(strategy, at, lines)
    self.at = at
    self.strategy = strategy
    self.currency = currency
    self.lines = lines
    self.orderedBy = orderedBy
    self.book = book
    self.roundingResidual = roundingResidual
    self.warnings = warnings
  }

  /// Sum of the fees; nil when one of them is not known.
  public var fees: Double? {
    lines.reduce(0.0) { sum, line in sum.flatMap { sum in line.fee.map { sum + $0 } } }
  }

  /// Sum of the slippages; unknown as soon as that of one is.
  public var slippage: Reading<Double> { lines.sum(\.slippage) }

  /// The easiest to trade first, by the best that is known of all; lines alike by name.
  private static func ordered(_ lines: [Line]) -> ([Line], TicketLiquidity.Criterion) {
    let criterion =
      TicketLiquidity.Criterion.allCases.first { criterion in
        lines.allSatisfy { $0.liquidity.ease(by: criterion, notional: $0.notional) != nil }
      } ?? .notional
    func ease(_ line: Line) -> Double { line.liquidity.ease(by: criterion, notional: line.notional) ?? 0 }
    let sorted = lines.sorted { ease($0) != ease($1) ? ease($0) > ease($1) : $0.id < $1.id }
    return (sorted.enumerated().map { $1.ranked($0 + 1) }, lines.isEmpty ? .notional : criterion)
  }

  private static func warnings(_ lines: [Line], _ book: TicketBook) -> [Warning] {
    let thin = lines.compactMap { line in
      line.liquidity.depth.flatMap { $0 < abs(line.notional) ? Warning.exceedsDepth(line.id, depth: $0) : nil }
    }
    let after = book.after(lines)
    return thin + (after.isInBand ? [] : [.outsideBand(drift: after.drift)])
  }

  /// FNV-1a over everything that makes the ticket another one.
  private static func identity(_ strategy: String, _ at: Timestamp, _ lines: [Line]) -> String {
    let words = [strategy, "\(at.milliseconds)"] + lines.flatMap { ["\($0.id)", "\($0.contracts)", "\($0.price)"] }
    let digest = words.joined(separator: "\n").utf8.reduce(UInt64(0xCBF2_9CE4_8422_2325)) {
      ($0 ^ UInt64($1)) &* 0x100_0000_01B3
    }
    let text = String(digest, radix: 16)
    return String(repeating: "0", count: 16 - text.count) + text
  }
}
