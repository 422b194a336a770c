import Glibc
import HedgeModel
import Journal
import Notifications

/// A journal that says on standard output which messages it has kept, a line each in one write.
struct AcknowledgingJournal: DeliveryJournal {
  private let journal: SQLiteJournal

  init(_ journal: SQLiteJournal) {
    self.journal = journal
  }

  func keep(_ deliveries: [KeptDelivery]) throws -> [KeptDelivery] {
    let kept = try journal.keep(deliveries)
    for delivery in kept {
      let line = Array("\(Delivery(delivery)?.notice.message ?? "")\n".utf8)
      guard write(STDOUT_FILENO, line, line.count) == line.count else { exit(74) }
    }
    return kept
  }

  func forget(deliveries ids: [Int64]) throws { try journal.forget(deliveries: ids) }
  func deliveries() throws -> [KeptDelivery] { try journal.deliveries() }
  func note(_ state: KeptChannelState) throws { try journal.note(state) }
  func channelStates() throws -> [KeptChannelState] { try journal.channelStates() }
}
