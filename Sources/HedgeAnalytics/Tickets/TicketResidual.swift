import HedgeModel

/// What a ticket leaves, when all or only some of its lines are filled.
public struct TicketResidual: Hashable, Sendable {
  /// The book then.
  public let book: TicketBook
  /// The lines that were not filled.
  public let unfilled: [TradeTicket.LineID]

  /// A residual; see the properties.
  public init(book: TicketBook, unfilled: [TradeTicket.LineID] = []) {
    self.book = book
    self.unfilled = unfilled
  }

  /// Net beta then; nil when there is no value to measure it over.
  public var netBeta: Double? { book.netBeta }

  /// Net beta less the target; nil when there is no value to measure it over.
  public var drift: Double? { book.drift }

  /// Beta-dollars left open: drift · V.
  public var betaValue: Double { book.openBetaValue }

  /// True when the drift is within the band.
  public var isInBand: Bool { book.isInBand }
}
