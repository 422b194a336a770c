import FoundationEssentials
import HedgeModel

/// The profit of a set of positions by its causes, kept up to date as the market moves, and without its history.
///
/// The market moves on by ``advance(to:)``, which remembers only the newest point: what a segment has brought is worked
/// out when ``figures(since:)`` is asked. A segment ends, for all positions, at a fill, a funding stamp, a review and
/// the start of a period; within it every position is split by the beta and the prices it began with:
///
/// - spot: q·S₀·β·r_b is beta, the rest of q·ΔS alpha;
/// - a linear future: Q·S₀·β·r_b is beta, the rest of Q·ΔS alpha, Q·(ΔF − ΔS) basis;
/// - an inverse future of A in the quote currency earns A·(1/F₀ − 1/F₁) coins, which count at the coin's price of the
///   segment's end: A·β·r_b is beta, the rest of A·ΔS/S₀ alpha, what is left of the coins' value basis. Coins earned in
///   earlier segments, funding and fees in coin, and coins in the wallet are revalued by the coin's move: collateral.
///
/// A fill at `price` is valued at the mark from then on: price to mid is slippage, mid to mark basis. Everything adds up
/// to the change of the equity in the books, which are kept apart and exact.
///
/// An input that is missing or stale leaves a segment open instead of ending it; where one must end (a fill, a new
/// period) without a price or beta, the parts that need it are unknown from there to the end of the period, and say why.
public struct AttributionLedger: Sendable {
  /// The benchmark.
  public let benchmark: AttributionBenchmark
  /// The newest market; nil before the first.
  public private(set) var point: MarketPoint?
  private var positions: [PositionLedger]
  private var places: [AttributedPosition.ID: Int]
  /// Positions that have no price yet, or no beta.
  private var waiting: [Int]

  /// A ledger that takes over `openings` before any market is known.
  public init(_ openings: [AttributionOpening], benchmark: AttributionBenchmark) {
    self.benchmark = benchmark
    positions = openings.map { PositionLedger($0) }
    places = Dictionary(zip(openings.map(\.position.id), openings.indices)) { first, _ in first }
    waiting = Array(openings.indices)
  }

  /// The positions, in their order.
  public var identities: [AttributedPosition.ID] { positions.map(\.position.id) }

  /// Contracts, or coins, held in one position; nil when there is none of this name.
  public func contracts(of id: AttributedPosition.ID) -> Decimal? { places[id].map { positions[$0].contracts } }

  /// The market has moved to `point`. With the first point of a UTC day "today" begins anew. An earlier one than the
  /// newest is ignored.
  public mutating func advance(to point: MarketPoint) {
    if let newest = self.point, point.at < newest.at { return }
    let isNewDay = self.point.map { $0.at.utcDay != point.at.utcDay } ?? true
    self.point = point
    if isNewDay { beginDay(at: point) }
    guard !waiting.isEmpty else { return }
    waiting = waiting.filter { index in
      let state = positions[index].isWaiting(for: point)
      if state.isAnswered { positions[index].answer(from: point) }
      return state.isAnswered ? positions[index].isWaiting(for: point).isWaiting : state.isWaiting
    }
  }

  /// Ends the open segments, as a review does: betas of now count from here.
  public mutating func cut() {
    guard let point else { return }
    var moves = BenchmarkMoves(of: benchmark)
    for index in positions.indices { positions[index].cut(at: point, &moves) }
    // The beta of the new segment may not be known yet.
    waiting = waitingPlaces(at: point)
  }

  /// Takes a trade at the newest market. False when there is no such position, no market yet, or no price.
  @discardableResult
  public mutating func fill(_ fill: AttributionFill) -> Bool {
    guard let point, let place = places[fill.position], fill.price > 0 else { return false }
    cut()
    var moves = BenchmarkMoves(of: benchmark)
    positions[place].fill(fill, at: point, &moves)
    waiting = waitingPlaces(at: point)
    return true
  }

  /// Takes a trade of the past, at what is known of the market then: before the ledger is first told the present, so
  /// that the position it changed is as it is now. Nothing else is touched.
  public mutating func recall(_ fill: AttributionFill, at past: MarketPoint) {
    guard let place = places[fill.position], fill.price > 0 else { return }
    var moves = BenchmarkMoves(of: benchmark)
    positions[place].fill(fill, at: past, &moves)
  }

  /// Takes a funding payment of the past, before the ledger is first told the present.
  public mutating func recall(_ payment: AttributionPayment, at past: MarketPoint) {
    guard let place = places[.leg(payment.leg)] else { return }
    positions[place].pay(payment, at: past)
  }

  /// The funding of a leg up to `instant` is not known: neither is the profit of a period that reaches back there.
  public mutating func missFunding(of leg: LegID, upTo instant: Timestamp, _ reason: UnknownReason) {
    guard let place = places[.leg(leg)] else { return }
    positions[place].missFunding(upTo: instant, reason)
  }

  /// Takes funding payments at the newest market, those of one stamp together. Payments on positions that are not here
  /// do nothing.
  public mutating func settle(_ payments: [AttributionPayment]) {
    guard let point, payments.contains(where: { places[.leg($0.leg)] != nil }) else { return }
    cut()
    for payment in payments {
      guard let place = places[.leg(payment.leg)] else { continue }
      positions[place].pay(payment, at: point)
    }
  }

  /// A period begins anew at the newest market.
  public mutating func mark(_ period: AttributionPeriod) {
    guard let point else { return }
    var moves = BenchmarkMoves(of: benchmark)
    for index in positions.indices { positions[index].mark(period, at: point, &moves) }
    waiting = waitingPlaces(at: point)
  }

  /// The profit of a period up to the newest market, by position and in total.
  public func figures(since period: AttributionPeriod) -> AttributionFigures {
    figures(since: [period])[0]
  }

  /// The profit of several periods up to the newest market, in their order: hardly dearer than that of one.
  public func figures(since periods: [AttributionPeriod]) -> [AttributionFigures] {
    guard let point else {
      let reason = UnknownReason(.notReceived, "no prices yet")
      return periods.map { period in
        AttributionFigures(
          period: period,
          positions: positions.map { PositionAttribution(id: $0.position.id, since: nil, parts: .unknown(reason)) })
      }
    }
    var moves = BenchmarkMoves(of: benchmark)
    let parts = positions.map { $0.parts(periods, at: point, &moves) }
    return periods.enumerated().map { place, period in
      AttributionFigures(
        period: period,
        positions: zip(positions, parts).map {
          PositionAttribution(id: $0.position.id, since: $0.since(period), parts: $1[place])
        })
    }
  }

  /// What was opened today counts from its opening, all else from now.
  private mutating func beginDay(at point: MarketPoint) {
    var moves = BenchmarkMoves(of: benchmark)
    for index in positions.indices where !positions[index].hasBegunToday(at: point.at) {
      positions[index].mark(.today, at: point, &moves)
    }
    waiting = waitingPlaces(at: point)
  }

  private func waitingPlaces(at point: MarketPoint) -> [Int] {
    positions.indices.filter { positions[$0].isWaiting(for: point).isWaiting }
  }
}

extension PositionLedger {
  fileprivate func hasBegunToday(at now: Timestamp) -> Bool { since(.today).map { $0.utcDay == now.utcDay } ?? false }
}
