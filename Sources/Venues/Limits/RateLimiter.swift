import HedgeModel

/// Keeps questions within the budgets of venues: a pure state machine that is told what is asked, what the venues say
/// of it, and the time.
///
/// Budgets go by the names of their limits, so markets that share one share what is left of it. A fifth is kept for
/// reading accounts: a list of bars must not make positions wait.
public struct RateLimiter: Sendable {
  /// What is asked for.
  public enum Purpose: Hashable, Sendable {
    /// Prices, bars, specifications.
    case market
    /// Balances and positions.
    case account
  }

  /// Whether a question may be asked.
  public enum Admission: Hashable, Sendable {
    /// Now; its weight is spent.
    case go
    /// Not before then, as the budget is spent; to be asked for again.
    case wait(until: Timestamp)
    /// Not before then, as the venue said so.
    case shut(until: Timestamp)
  }

  /// How much of a budget only accounts may use.
  private static let reserve = 0.2

  private var windows: [String: RateWindow] = [:]
  private var shutUntil: [String: Timestamp] = [:]
  private var banned: Set<String> = []

  /// Nothing asked yet.
  public init() {}

  /// Asks to ask something of `weight`, which every one of `limits` must have room for.
  ///
  /// - Parameter own: counts questions, whatever they weigh, and must have room for one more; nil for none.
  public mutating func admit(
    _ weight: Int, within limits: [RateLimit], and own: RateLimit? = nil, for purpose: Purpose = .market,
    at now: Timestamp
  ) -> Admission {
    if let until = shut(limits, at: now) { return .shut(until: until) }
    let costs = limits.map { ($0, weight) } + (own.map { [($0, 1)] } ?? [])
    let opening = costs.map { limit, cost in
      window(of: limit) { $0.opening(for: cost, within: Self.share(of: $0.capacity, for: purpose), at: now) }
    }.max()
    if let opening, opening > now { return .wait(until: opening) }
    for (limit, cost) in costs { window(of: limit) { $0.spend(cost, at: now) } }
    return .go
  }

  /// Takes what headers told. What others behind the same address have used counts; less than what is known here does
  /// not, as answers overtake each other.
  public mutating func note(_ usages: [RateUsage], within limits: [RateLimit], at now: Timestamp) {
    for usage in usages {
      guard let limit = limits.first(where: { $0.name == usage.limit }) else { continue }
      window(of: limit) { window in
        if let capacity = usage.capacity, capacity > 0 { window.capacity = capacity }
        let unknown = usage.used - window.used(at: now)
        if unknown > 0 { window.spend(unknown, at: now) }
      }
    }
  }

  /// Asks nothing within `limits` until `instant`, as the venue said so. An earlier end is not taken.
  ///
  /// - Parameter isBan: whether the venue shut us out, instead of asking for patience.
  public mutating func shut(_ limits: [RateLimit], until instant: Timestamp, isBan: Bool = false) {
    for limit in limits where instant >= shutUntil[limit.name] ?? instant {
      shutUntil[limit.name] = instant
      if isBan { banned.insert(limit.name) } else { banned.remove(limit.name) }
    }
  }

  /// True when the venue shut us out of what is shut within `limits`.
  public func isBan(_ limits: [RateLimit]) -> Bool { limits.contains { banned.contains($0.name) } }

  /// When the venue may be asked again; nil when it may now.
  public func shut(_ limits: [RateLimit], at now: Timestamp) -> Timestamp? {
    limits.compactMap { shutUntil[$0.name] }.filter { $0 > now }.max()
  }

  /// Weight used of `limit` in the window that ends at `now`, and what the window has.
  public mutating func usage(of limit: RateLimit, at now: Timestamp) -> RateUsage {
    window(of: limit) { RateUsage(limit.name, used: $0.used(at: now), capacity: $0.capacity) }
  }

  private static func share(of capacity: Int, for purpose: Purpose) -> Int {
    switch purpose {
    case .account: capacity
    case .market: max(1, capacity - Int(Double(capacity) * reserve))
    }
  }

  private mutating func window<Value>(of limit: RateLimit, _ body: (inout RateWindow) -> Value) -> Value {
    body(&windows[limit.name, default: RateWindow(limit)])
  }
}
