import FoundationEssentials
import HedgeModel

/// What one position has brought in one period, up to the start of the segment that is still open.
struct PeriodAccount {
  /// When the period began; nil when not stated.
  let since: Timestamp?
  /// Equity of the books when it began.
  private let opening: Reading<Decimal>
  /// True when it began with a stale price.
  private let isStale: Bool
  /// What came in from another period: equity, but no profit of this one.
  private var flows: Decimal = 0
  private var beta = PartSum()
  private var alpha = PartSum()
  private var basis = PartSum()
  private var collateral = PartSum()
  /// All that prices brought, whether or not it could be split.
  private var moved = PartSum()
  private var funding = CountedSum()
  private var fees = CountedSum()
  private var slippage = CountedSum()

  init(since: Timestamp?, opening: Reading<Decimal>, isStale: Bool = false) {
    self.since = since
    self.opening = opening
    self.isStale = isStale
    guard let reason = opening.unknownReason else { return }
    for part in [\PeriodAccount.beta, \.alpha, \.basis, \.collateral, \.moved] { self[keyPath: part].lose(reason) }
  }

  /// Counts a segment that has ended.
  mutating func add(_ parts: SegmentParts) {
    beta.add(parts.beta)
    alpha.add(parts.alpha)
    basis.add(parts.basis)
    collateral.add(parts.collateral)
    moved.add(parts.moved)
  }

  /// Counts what a fill cost against the mark.
  mutating func add(_ costs: FillCosts) {
    moved.add(.stated(costs.besides))
    switch costs.slippage {
    case .known(let amount, _):
      slippage.add(amount)
      if costs.isFuture { basis.add(.stated(costs.besides)) } else { alpha.add(.stated(costs.besides)) }
    case .unknown(let reason):
      slippage.lose(reason)
      if costs.isFuture { basis.lose(reason) } else { alpha.lose(reason) }
    }
    switch costs.fee {
    case .known(let fee, _): fees.add(-fee)
    case .unknown(let reason): fees.lose(reason)
    }
  }

  /// Counts a funding payment of `instant`: received if it belongs to this period, else equity from before it.
  mutating func add(funding amount: Reading<Decimal>, at instant: Timestamp) {
    let belongs = since.map { $0 < instant } ?? true
    switch amount {
    case .known(let cash, _): if belongs { funding.add(cash) } else { flows += cash }
    case .unknown(let reason): if belongs { funding.lose(reason) }
    }
  }

  /// The parts up to now: what has been counted, and the segment that is still open.
  func parts(with open: SegmentParts, equity: Reading<Decimal>) -> AttributionParts {
    let counted = funding.value + fees.value + slippage.value
    let uncounted = funding.lost ?? fees.lost
    let total = moved.with(open.moved).map { $0 + counted }
    let change = equity.combined(with: opening) { $0 - $1 - flows }
    return AttributionParts(
      beta: beta.with(open.beta).stale(if: isStale), alpha: alpha.with(open.alpha).stale(if: isStale),
      basis: basis.with(open.basis).stale(if: isStale), funding: funding.reading, fees: fees.reading,
      slippage: slippage.reading, collateral: collateral.with(open.collateral).stale(if: isStale),
      total: uncounted.map { .unknown($0) } ?? total.stale(if: isStale),
      equityChange: uncounted.map { .unknown($0) } ?? change.stale(if: isStale))
  }
}
