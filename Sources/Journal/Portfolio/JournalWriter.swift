import Dispatch
import GRDB
import HedgeModel
import Synchronization

/// Writes what may come a moment late: the past of the figures, alerts and funding.
///
/// Everything happens on a serial queue of its own, in few transactions that do not wait for the disk
/// (`synchronous = NORMAL`): what is lost with the power is a few seconds of history, never a decision, and nobody who
/// hands something over waits. What cannot be written waits and is written when it can be; see ``HistoryBook`` for how
/// much.
final class JournalWriter: Sendable {
  /// Where to write.
  struct Place: Sendable {
    let path: String
    let retention: HistoryRetention
    let gate: WriteGate
    /// Done to each connection before it is used.
    var prepare: @Sendable (Database) throws -> Void = { _ in }
  }

  private let queue = DispatchQueue(label: "hedgetop.journal", qos: .utility)
  /// Touched on the queue only.
  private let pending = Mutex(JournalBatch())
  private let place: Place
  private let report: @Sendable (JournalError?) -> Void

  /// A writer that has nothing to write.
  ///
  /// - Parameter report: told why nothing can be written, and nil when it can again; called on the writer's queue.
  init(_ place: Place, report: @escaping @Sendable (JournalError?) -> Void) {
    self.place = place
    self.report = report
  }

  /// Takes samples, which are worked out on the writer's queue.
  func take(samples: @escaping @Sendable () -> [HistorySample]) {
    async { batch in
      let samples = samples()
      for sample in samples { batch.history.add(sample) }
      guard let newest = samples.map(\.at).max() else { return }
      batch.newest = newest
      if batch.isDue(at: newest) { self.flush(&batch, at: newest) }
    }
  }

  /// Takes something that was told of an alert; it is written at once.
  func take(_ alert: AlertEvent) {
    async { batch in
      batch.note(alert)
      batch.newest = alert.at
      self.flush(&batch, at: alert.at)
    }
  }

  /// Takes payments and stamps, which are worked out on the writer's queue; they are written at once.
  func take(funding: @escaping @Sendable () -> ([LegPayment], [KeptFunding]), at now: Timestamp) {
    async { batch in
      let new = funding()
      batch.payments += new.0
      batch.stamps += new.1
      batch.newest = now
      self.flush(&batch, at: now)
    }
  }

  /// Forgets the past of the figures that lies after `instant`.
  func forget(after instant: Timestamp) {
    async { batch in
      batch.forgets = instant
      self.flush(&batch, at: instant)
    }
  }

  /// Writes everything that waits, if it can be written, and returns when that is done.
  func flush() {
    queue.sync { pending.withLock { if let at = $0.newest, !$0.isEmpty { flush(&$0, at: at) } } }
  }

  /// Closes the file; what waits is written when something comes after the file was opened anew.
  func close() {
    queue.sync { pending.withLock { $0.close() } }
  }

  private func async(_ body: @escaping @Sendable (inout JournalBatch) -> Void) {
    queue.async { self.pending.withLock { body(&$0) } }
  }

  private func flush(_ batch: inout JournalBatch, at now: Timestamp) {
    batch.lastFlush = now
    do {
      try JournalError.naming(place.path) { try batch.write(place, at: now) }
      if batch.trouble != nil { report(nil) }
      batch.trouble = nil
    } catch {
      let failure =
        error as? JournalError ?? JournalError(.unavailable, place: place.path, detail: String(describing: error))
      batch.close()
      if batch.trouble != failure { report(failure) }
      batch.trouble = failure
    }
  }
}
