import HedgeModel

extension TradeTicket {
  /// The book after all trades.
  public var residual: TicketResidual { residual(withoutFillOf: []) }

  /// The book when some lines cannot be filled and all others are.
  ///
  /// A line that is not on the ticket changes nothing.
  public func residual(withoutFillOf missing: Set<LineID>) -> TicketResidual {
    let (filled, unfilled) = (lines.filter { !missing.contains($0.id) }, lines.filter { missing.contains($0.id) })
    return TicketResidual(book: book.after(filled), unfilled: unfilled.map(\.id))
  }

  /// What each single line leaves when it alone is not filled, in the order of the lines.
  public var residualsOfSingleFailures: [TicketResidual] { lines.map { residual(withoutFillOf: [$0.id]) } }
}
