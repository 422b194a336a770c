import FoundationEssentials
import HedgeModel

/// Why a transition cannot be planned, or a step of it must not be made.
public enum TransitionError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The step would leave net beta outside the band. The figures are nil when no value is left to measure them over.
  case outsideBand(step: Int, netBeta: Double?, target: Double?, drift: Double?, band: Double)
  /// There must be at least one step.
  case noSteps(Int)
  /// More than is held was to be sold, or nothing.
  case quantity(Decimal, held: Decimal)
  /// A price that is not positive and finite.
  case price(InstrumentID)
  /// A future whose contract moves nothing, its value or beta being zero, cannot hedge.
  case movesNothing(InstrumentID)
  /// Both coins are hedged with the same future, or sold and bought on the same market.
  case sameTwice(InstrumentID)
  /// The coin to buy has no future of its own.
  case noHedge(Asset)

  /// The cause in words, with the numbers.
  public var description: String {
    switch self {
    case .outsideBand(let step, let netBeta?, let target?, let drift?, let band):
      "step \(step) would leave net beta at \(Self.beta(netBeta)), \(Self.beta(drift, signed: true)) off its target"
        + " \(Self.beta(target)) and outside the band ±\(TicketNumber.plain(band))"
    case .outsideBand(let step, _, _, _, _): "step \(step) would leave legs without anything to hedge"
    case .noSteps(let steps): "found \(steps) steps, expected at least 1"
    case .quantity(let quantity, let held): "found \(quantity) to sell, expected more than 0 and at most \(held)"
    case .price(let instrument): "the price of \(instrument) is not a number above 0"
    case .movesNothing(let instrument): "a contract of \(instrument) moves nothing, so it cannot hedge"
    case .sameTwice(let instrument): "\(instrument) stands on both sides"
    case .noHedge(let asset): "\(asset) has no future of its own to hedge it with"
    }
  }

  private static func beta(_ value: Double, signed: Bool = false) -> String {
    TicketNumber.fixed(value, 4, signed: signed)
  }
}
