import HedgeModel

/// What currencies are worth in others, as the configurations of the portfolios state it.
public struct StatedRates: Hashable, Sendable {
  /// By the currency counted in, then by the currency that is worth so much of it.
  private var rates: [Asset: [Asset: Double]] = [:]

  /// No rate at all.
  public init() {}

  /// Adds what a portfolio states, as `USDT → 0.9998` of its own currency; of two that state the same rate the first
  /// holds.
  public mutating func add(_ stated: [Asset: Double], in currency: Asset) {
    rates[currency, default: [:]].merge(stated) { first, _ in first }
  }

  /// An amount in another currency; unknown, saying what to state, without a rate between the two.
  public func convert(_ amount: Reading<Double>, from: Asset, to currency: Asset) -> Reading<Double> {
    guard from != currency else { return amount }
    if let rate = rates[currency]?[from] { return amount.map { $0 * rate } }
    if let inverse = rates[from]?[currency], inverse != 0 { return amount.map { $0 / inverse } }
    return .unknown(
      UnknownReason(.notConfigured, "no rate of \(from) in \(currency): add it to a table conversion"))
  }
}
