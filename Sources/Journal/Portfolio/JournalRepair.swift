import GRDB
import HedgeModel

/// Sets a damaged journal aside and begins a new one with the decisions that can still be read.
///
/// The damaged file keeps everything that is in it under another name; nothing is overwritten and nothing deleted. The
/// new file is complete before it takes the old one's name, so that there is a journal at every moment, whenever the
/// program ends.
struct JournalRepair {
  /// The damaged journal.
  let path: String
  /// Its portfolio.
  let portfolio: String

  /// What was done.
  struct Outcome: Hashable, Sendable {
    /// Where the damaged file is now.
    let aside: String
    /// How many decisions go on.
    let kept: Int
  }

  /// Does it. Only the holder of the pen may, and only for damage that SQLite has found.
  ///
  /// - Parameter known: decisions that were read before the damage was found; the more complete of both goes on.
  /// - Throws: ``JournalError``; the damaged file then still stands under its name.
  func setAside(at now: Timestamp, known: [Decision]) throws -> Outcome {
    let found = readable()
    let decisions = found.count < known.count ? known : found
    return try JournalError.naming(path) {
      let temporary = try StateFiles.makeTemporary(beside: path)
      defer { StateFiles.discard(temporary) }
      try SQLiteJournal.build(temporary, portfolio: portfolio, decisions: decisions)
      try StateFiles.synchronise(temporary)
      let aside = try StateFiles.keepUnderAnotherName(path, stem: path + ".damaged-" + Self.stamp(now))
      try StateFiles.replace(path, by: temporary)
      return Outcome(aside: aside, kept: decisions.count)
    }
  }

  /// The decisions from the first up to the first that cannot be read: later ones rest on those before them.
  private func readable() -> [Decision] {
    var decisions: [Decision] = []
    var configuration = Configuration()
    configuration.readonly = true
    guard let queue = try? DatabaseQueue(path: path, configuration: configuration) else { return [] }
    try? queue.read { database in
      try SQLiteJournal.requireOwnFile(database, portfolio: portfolio, path: path)
      let present = Set(try database.columns(in: "decision").map(\.name))
      try Decision.each(in: database, after: 0, present: present) { decisions.append($0) }
    }
    try? queue.close()
    return decisions
  }

  /// `20261129T030000Z`
  private static func stamp(_ now: Timestamp) -> String {
    now.iso8601.filter { $0 != "-" && $0 != ":" }
  }
}

extension JournalRepair.Outcome {
  /// What was lost and how more of it may be had, in one line.
  func words(_ error: JournalError) -> String {
    let count =
      kept == 0 ? "no decision could be read" : "\(kept) decision\(kept == 1 ? "" : "s") could be read and go on"
    return
      "a damaged journal was set aside as \(aside) and a new one begun (\(error.place): \(error.detail)): \(count), "
      + "later ones, alerts, funding and history are only in the old file; to read more of it: "
      + "sqlite3 '\(aside)' .dump | sed 's/^ROLLBACK.*/COMMIT;/' | sqlite3 recovered.sqlite"
  }
}
