import HedgeModel
import HedgeStore
import Journal
import MarketData
import Synchronization

/// Hands funding over to the journal when it has changed, and of it what is new.
@MainActor
final class FundingWatch {
  /// What is in the journal already; touched on the journal's queue.
  private final class Written: Sendable {
    private let known = Mutex<(payments: Set<LegPayment>, stamps: [InstrumentID: KeptFunding])>(
      (payments: [], stamps: [:]))

    /// What of a book is not written yet; from now on it counts as written.
    func new(
      in book: FundingBook, of venues: Set<String>
    ) -> (payments: [LegPayment], stamps: [KeptFunding]) {
      known.withLock { known in
        let payments = book.payments.filter { known.payments.insert($0).inserted }
        let stamps = book.stamps.filter { venues.contains($0.instrument.venue) }.compactMap { funding in
          let before = known.stamps.updateValue(funding, forKey: funding.instrument)
          guard before != funding else { return nil as KeptFunding? }
          let written = Set(before?.stamps ?? [])
          return KeptFunding(
            funding.instrument, stamps: funding.stamps.filter { !written.contains($0) }, spans: funding.spans)
        }
        return (payments, stamps)
      }
    }
  }

  private let session: HedgeSession
  private let journal: PortfolioJournal
  private let written = Written()
  private var version: Int?

  init(_ session: HedgeSession, _ journal: PortfolioJournal) {
    self.session = session
    self.journal = journal
  }

  /// Hands over what is new. What was kept before must have been read first, or it would be written over by less.
  func keepNew() {
    guard session.hasHistory, journal.standing == .writes else { return }
    let book = session.store.fundingBook
    guard book.version != version else { return }
    version = book.version
    // What a made-up or recorded market paid is no one's past once it is played again.
    let live = Set(session.connection.feeds.map(\.identity).filter(\.isLive).map(\.name))
    journal.keep(funding: { [written] in written.new(in: book, of: live) }, at: book.now)
  }
}
