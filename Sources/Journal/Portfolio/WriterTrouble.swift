import Synchronization

/// What stops the writer, as it told last: put on its queue, read by the journal.
final class WriterTrouble: Sendable {
  private let error = Mutex<JournalError?>(nil)

  /// Why nothing can be written; nil when it can.
  var current: JournalError? { error.withLock { $0 } }

  func put(_ new: JournalError?) { error.withLock { $0 = new } }
}
