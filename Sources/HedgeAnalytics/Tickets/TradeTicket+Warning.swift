import HedgeModel

extension TradeTicket {
  /// What the user must know before trading.
  public enum Warning: Hashable, Sendable {
    /// The venue would refuse so small an order, so the set does without it or, where its size is fixed, is refused it.
    case belowMinimum(LineID, TradeSuggestion.Warning)
    /// The order book holds less than the order takes; the depth is in the portfolio's currency.
    case exceedsDepth(LineID, depth: Double)
    /// After all trades the drift is still outside the band; nil when there is no value to measure it over.
    case outsideBand(drift: Double?)
    /// A trade that is needed is not on the ticket.
    case incomplete(UnknownReason)

    /// The sort of warning as one word, for programs.
    public var word: String {
      switch self {
      case .belowMinimum: "below_minimum"
      case .exceedsDepth: "exceeds_depth"
      case .outsideBand: "outside_band"
      case .incomplete: "incomplete"
      }
    }

    /// The warning in words.
    public var words: String {
      switch self {
      case .belowMinimum(let line, let warning): "\(line.instrument): \(warning.words)"
      case .exceedsDepth(let line, let depth):
        "\(line.instrument): the book holds \(TicketNumber.money(depth)), less than the order takes"
      case .outsideBand(let drift?):
        "after all trades the drift is \(TicketNumber.fixed(drift, 4, signed: true)), outside the band"
      case .outsideBand(nil): "after all trades legs are left without anything to hedge"
      case .incomplete(let reason): "the ticket is incomplete: \(reason.detail)"
      }
    }
  }
}
