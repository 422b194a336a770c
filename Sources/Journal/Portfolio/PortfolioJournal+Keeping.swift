import HedgeModel
import Synchronization

/// What is handed over to be written when there is time. Without the pen it is dropped: its holder keeps it.
extension PortfolioJournal {
  private var writes: Bool {
    if case .holding = state.withLock({ $0.mode }) { true } else { false }
  }

  /// Keeps samples of the figures, which are worked out on a queue of the journal's.
  public func keep(samples: @escaping @Sendable () -> [HistorySample]) {
    if writes { writer.take(samples: samples) }
  }

  /// Keeps what was told of an alert.
  public func keep(_ alert: AlertEvent) {
    if writes { writer.take(alert) }
  }

  /// Keeps payments and stamps, which are worked out on a queue of the journal's.
  ///
  /// - Parameter now: the instant they are known at.
  public func keep(
    funding: @escaping @Sendable () -> (payments: [LegPayment], stamps: [KeptFunding]), at now: Timestamp
  ) {
    if writes { writer.take(funding: funding, at: now) }
  }

  /// Forgets the figures' past after `instant`: of a market that begins anew there.
  public func forgetHistory(after instant: Timestamp) {
    if writes { writer.forget(after: instant) }
  }

  /// Returns when everything handed over has been written, or could not be.
  public func settle() { writer.flush() }

  /// The past of a strategy's figures; see ``FigureHistory``. Any thread may ask.
  public func series(_ query: HistoryQuery) throws -> HistorySeries {
    try reader()?.series(query) ?? .empty
  }

  /// The funding stamps that are kept of each instrument, and where none of them is missing. Any thread may ask.
  ///
  /// - Throws: ``JournalError`` when they cannot be read.
  public func funding() throws -> [KeptFunding] { try reader()?.funding() ?? [] }

  private func reader() throws -> JournalReader? {
    if let known = state.withLock({ $0.reader }), known.isCurrent { return known }
    let opened = try JournalReader(portfolio: portfolio, folder: folder)
    state.withLock { $0.reader = opened }
    return opened
  }
}
