import FoundationEssentials
import HedgeModel

/// One position on its way through the markets: its books, its periods, and the segment that is open.
struct PositionLedger {
  let position: AttributedPosition
  private(set) var contracts: Decimal
  private(set) var segment: AttributionSegment?
  private var size = 0.0
  private var coins = SegmentParts.Coins()
  private var book: PositionBook
  private var periods: PeriodTable

  init(_ opening: AttributionOpening) {
    position = opening.position
    contracts = opening.quantity
    book = PositionBook(kind: opening.position.kind)
    periods = PeriodTable(PeriodAccount(since: nil, opening: .stated(0)))
    if contracts != 0, let entry = opening.entry, entry.price > 0, position.kind != .collateral {
      begin(
        with: PositionMarks(of: position, entry: entry), price: entry.price * position.conversion, at: entry.market,
        since: entry.at)
    }
  }

  /// Size of contracts: coins, or the portfolio's currency when inverse.
  private func size(of contracts: Decimal) -> Decimal {
    switch position.kind {
    case .spot, .linear: contracts * position.multiplier
    case .inverse: contracts * position.multiplier * position.conversion
    case .collateral: 0
    }
  }

  /// True while there is something that the next market may tell: a first price, or the segment's beta.
  func isWaiting(for point: MarketPoint) -> (isWaiting: Bool, isAnswered: Bool) {
    guard let segment else {
      // What is not held needs no price.
      guard contracts != 0 else { return (true, true) }
      let marks = PositionMarks(of: position, at: point)
      return (true, marks.price.isFresh && marks.coin.isFresh)
    }
    guard segment.beta.value == nil, contracts != 0, position.kind != .collateral else { return (false, false) }
    return (true, point.betas.beta(of: position.asset).value != nil)
  }

  /// Takes what it has waited for.
  mutating func answer(from point: MarketPoint) {
    if segment != nil {
      let known = beta(at: point).withoutAge(at: point.at)
      segment?.beta = known
    } else {
      let marks = PositionMarks(of: position, at: point)
      begin(with: marks, price: marks.price.decimal.value ?? 0, at: point, since: point.at)
    }
  }

  private func beta(at point: MarketPoint?) -> Reading<Double> {
    guard position.kind != .collateral else { return .stated(0) }
    return point?.betas.beta(of: position.asset).map(\.beta)
      ?? .unknown(UnknownReason(.notReceived, "no beta of \(position.asset) at the opening"))
  }

  /// Profit counts from here: as if everything had been bought now at `price`.
  private mutating func begin(with marks: PositionMarks, price: Decimal, at point: MarketPoint?, since: Timestamp?) {
    let opened = size(of: contracts)
    size = opened.inexact
    book.trade(opened, at: price)
    if position.kind == .collateral {
      book.receive(contracts)
      coins.amount = contracts.inexact
      coins.counted = coins.amount * (marks.coin.value ?? 0)
    }
    periods = PeriodTable(
      PeriodAccount(since: since, opening: position.kind == .collateral ? book.equity(at: marks) : .stated(0)))
    restart(marks, at: point, since: since)
  }

  private mutating func restart(_ marks: PositionMarks, at point: MarketPoint?, since: Timestamp?) {
    segment = AttributionSegment(marks, beta: beta(at: point), start: point, at: since)
  }
}

extension PositionLedger {
  /// Ends the open segment where all prices are known and fresh; otherwise it goes on.
  mutating func cut(at point: MarketPoint, _ moves: inout BenchmarkMoves) {
    guard contracts != 0 || coins.amount != 0, let segment, segment.start !== point,
      case let marks = PositionMarks(of: position, at: point), marks.isFresh, moves.isFresh(at: point)
    else { return }
    close(to: marks, at: point, &moves)
  }

  /// Counts the open segment and begins the next.
  private mutating func close(to marks: PositionMarks, at point: MarketPoint, _ moves: inout BenchmarkMoves) {
    let parts = open(to: marks, at: point, &moves)
    periods.each { $0.add(parts) }
    coins.amount += parts.coinProfit.value ?? 0
    coins.counted = coins.amount == 0 ? 0 : coins.amount * (marks.coin.value ?? 0)
    restart(marks, at: point, since: point.at)
  }

  private func open(to marks: PositionMarks, at point: MarketPoint, _ moves: inout BenchmarkMoves) -> SegmentParts {
    guard let segment else { preconditionFailure("a position without a segment has nothing open") }
    return SegmentParts(
      of: position.kind, size: size, coins: coins, from: segment, to: marks,
      benchmark: moves.move(from: segment.start, to: point))
  }

  /// A period begins anew at `point`; unknown from here on when the position cannot be valued now.
  mutating func mark(_ period: AttributionPeriod, at point: MarketPoint, _ moves: inout BenchmarkMoves) {
    guard segment != nil else { return }
    let marks = PositionMarks(of: position, at: point)
    let equity = book.equity(at: marks)
    if equity.value != nil, segment?.start !== point { close(to: marks, at: point, &moves) }
    let opening: Reading<Decimal> =
      equity.unknownReason.map { .unknown($0.missed(at: point.at)) } ?? equity
    periods[period] = PeriodAccount(since: point.at, opening: opening.withoutAge(at: point.at), isStale: equity.isStale)
  }

  /// When a period began for it; nil when not stated, or it has not begun.
  func since(_ period: AttributionPeriod) -> Timestamp? { periods[period].since }

  /// The parts of these periods up to `point`, in their order: most of the work is done once for all of them.
  func parts(
    _ periods: [AttributionPeriod], at point: MarketPoint, _ moves: inout BenchmarkMoves
  ) -> [AttributionParts] {
    let marks = PositionMarks(of: position, at: point)
    guard segment != nil else {
      let missing = marks.missing ?? UnknownReason(.notReceived, "only a stale price of \(position.asset) so far")
      return periods.map { _ in .unknown(missing) }
    }
    let (open, equity) = (open(to: marks, at: point, &moves), book.equity(at: marks))
    return periods.map { self.periods[$0].parts(with: open, equity: equity) }
  }
}

extension PositionLedger {
  /// Takes a trade at `point`. Where a price is missing there, the mid or the price of the trade stands for it.
  mutating func fill(_ fill: AttributionFill, at point: MarketPoint, _ moves: inout BenchmarkMoves) {
    let price = fill.price * position.conversion
    let mid = fill.mid.map { $0 * position.conversion }
    var marks = PositionMarks(of: position, at: point)
    let mark = marks.price.decimal.value ?? mid ?? price
    let coin = marks.coin.decimal.value ?? price
    if marks.price.value == nil { marks.price = .stated(mark.inexact) }
    if marks.coin.value == nil { marks.coin = .stated(coin.inexact) }
    if position.kind == .spot { marks.spot = marks.price }
    if segment == nil { begin(with: marks, price: mark, at: point, since: point.at) }
    close(to: marks, at: point, &moves)
    let traded = size(of: fill.contracts)
    let costs = FillCosts(
      of: position, size: traded, price: price, mid: mid, mark: mark, coin: coin, fee: fill.fee)
    periods.each { $0.add(costs) }
    enter(fill, traded, price: price, mark: mark, costs)
    contracts += fill.contracts
    size = size(of: contracts).inexact
    restart(marks, at: point, since: point.at)
  }

  /// Writes a trade into the books, and the coins it brought and cost.
  private mutating func enter(
    _ fill: AttributionFill, _ traded: Decimal, price: Decimal, mark: Decimal, _ costs: FillCosts
  ) {
    let fee = fill.fee ?? 0
    book.trade(traded, at: price)
    guard position.kind == .inverse else { return book.receive(-fee) }
    book.receive(-fee / price)
    coins.amount += (traded / price - traded / mark - fee / price).inexact
    coins.counted += costs.execution - fee.inexact
  }

  /// Periods that began before `instant` lack funding of theirs.
  mutating func missFunding(upTo instant: Timestamp, _ reason: UnknownReason) {
    periods.each { $0.add(funding: .unknown(reason), at: instant) }
  }

  /// Takes a funding payment; one without a mark price counts at the mark of `point`.
  ///
  /// Coins are counted at the price they were paid at, so that an inverse notional, constant in the quote currency,
  /// is paid its rate of it.
  mutating func pay(_ payment: AttributionPayment, at point: MarketPoint) {
    let paidSize = size(of: payment.contracts ?? contracts)
    guard paidSize != 0 else { return }
    let stated = payment.stamp.markPrice.flatMap { Decimal(estimate: $0) }.map { $0 * position.conversion }
    let mark = stated.map { .stated($0) } ?? PositionMarks(of: position, at: point).price.decimal
    guard segment != nil, let price = mark.value, price > 0, let rate = Decimal(estimate: payment.stamp.rate) else {
      let reason = UnknownReason(
        .notReceived, "no mark price of \(payment.leg.instrument) at the funding of \(payment.stamp.time.iso8601)")
      return periods.each { $0.add(funding: .unknown(reason), at: payment.stamp.time) }
    }
    let cash = -paidSize * rate * (position.kind == .inverse ? 1 : price)
    periods.each { $0.add(funding: .stated(cash), at: payment.stamp.time) }
    guard position.kind == .inverse else { return book.receive(cash) }
    book.receive(cash / price)
    coins.amount += (cash / price).inexact
    coins.counted += cash.inexact
  }
}
