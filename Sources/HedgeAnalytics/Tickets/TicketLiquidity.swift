/// What is known of how easily an instrument trades. Nil is not known, never none.
public struct TicketLiquidity: Hashable, Sendable {
  /// What lines are ordered by: the best that is known of every line of a ticket.
  public enum Criterion: String, Hashable, Sendable, CaseIterable {
    /// Value within reach in the order book; more first.
    case depth
    /// Value traded in 24 hours; more first.
    case volume
    /// Ask less bid over their mid; less first.
    case spread
    /// Nothing is known: the lines that move most come first.
    case notional
  }

  /// Value that the order book holds on the side to trade, in the portfolio's currency.
  public let depth: Double?
  /// Value traded in 24 hours, in the portfolio's currency.
  public let volume: Double?
  /// (ask − bid) / mid, a fraction.
  public let spread: Double?

  /// Nothing is known.
  public static let unknown = TicketLiquidity()

  /// What is known; what is not finite or negative is not known.
  public init(depth: Double? = nil, volume: Double? = nil, spread: Double? = nil) {
    func sensible(_ value: Double?) -> Double? { value.flatMap { $0.isFinite && $0 >= 0 ? $0 : nil } }
    self.depth = sensible(depth)
    self.volume = sensible(volume)
    self.spread = sensible(spread)
  }

  /// A number that is larger for what is easier to trade; nil when the criterion is not known of it.
  func ease(by criterion: Criterion, notional: Double) -> Double? {
    switch criterion {
    case .depth: depth
    case .volume: volume
    case .spread: spread.map { -$0 }
    case .notional: abs(notional)
    }
  }
}
