import HedgeAnalytics
import HedgeModel
import HedgeStore

extension Screen {
  /// The dialog that records a line of the ticket shown, beginning with the selected one; nil while there is no ticket.
  func ticketDialog(_ state: ScreenState, _ snapshot: HedgeSnapshot) -> FillDialog? {
    guard let ticket = ticket(state, snapshot) else { return nil }
    var preferred: TradeTicket.LineID?
    if case .row(.ticket, let key) = subject(state, snapshot) {
      preferred = ticket.lines.first { "\($0.id)" == key }?.id
    }
    return FillDialog(ticket, preferred: preferred)
  }

  /// Asks for the ticket on the display to be written: `csv PATH` or `json PATH`.
  func export(_ argument: String, _ state: inout ScreenState, _ snapshot: HedgeSnapshot?) -> [ScreenCommand] {
    let words = argument.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: true).map(String.init)
    guard let format = words.first.flatMap({ TicketFormat(rawValue: $0.lowercased()) }), words.count == 2 else {
      state.message = .refused("export takes a format and a file: export csv ticket.csv, export json ticket.json")
      return []
    }
    guard let shown = state.shown(snapshot), let ticket = ticket(state, shown) else {
      state.message = .refused("there is no ticket to export; it is made while the panel of the ticket is shown")
      return []
    }
    return [.exportTicket(ticket, format, path: words[1])]
  }

  private func ticket(_ state: ScreenState, _ snapshot: HedgeSnapshot) -> TradeTicket? {
    strategyName(state, snapshot).flatMap { snapshot.studies.tickets?[$0]?.value }
  }
}
