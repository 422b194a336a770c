import FoundationEssentials
import HedgeModel

/// One step of a transition: spot and short moved together, as one ticket.
public struct TransitionStep: Hashable, Sendable {
  /// 1 for the first.
  public let number: Int
  /// The trades: spot sold and bought, shorts bought back and sold.
  public let ticket: TradeTicket
  /// Where it begins.
  public let before: TransitionPosition
  /// Where it ends when all of it is filled.
  public let after: TransitionPosition
  /// The book then: net beta, target and drift.
  public let residual: TicketResidual
  /// The worst of what is left when a single trade of it is not filled; nil when there is none.
  public let worstFailure: TicketResidual?

  /// A step; see the properties.
  init(number: Int, ticket: TradeTicket, before: TransitionPosition, after: TransitionPosition) {
    self.number = number
    self.ticket = ticket
    self.before = before
    self.after = after
    residual = ticket.residual
    worstFailure = ticket.residualsOfSingleFailures.max { abs($0.drift ?? .infinity) < abs($1.drift ?? .infinity) }
  }

  /// Why it must not be made; nil when it may.
  public var refusal: TransitionError? {
    residual.isInBand
      ? nil
      : .outsideBand(
        step: number, netBeta: residual.netBeta, target: residual.book.target, drift: residual.drift,
        band: residual.book.band)
  }
}
