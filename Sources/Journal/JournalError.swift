import GRDB

/// Why the journal could not be opened, read or written: what happened, to which file, and what to do about it.
public struct JournalError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The sort of failure, for programs.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// The file is not a database, is cut short, or holds a row that cannot be read. It is left as it is.
    case damaged
    /// A newer program wrote the file.
    case newer
    /// The file is a database, but not the journal of this portfolio.
    case foreign
    /// The file or its folder may not be written.
    case readOnly
    /// The file system has no room.
    case diskFull
    /// Another process has held the journal for longer than the busy timeout.
    case locked
    /// The folder or file cannot be made or opened.
    case unavailable
    /// Another process has the pen: it decides, this one watches.
    case heldElsewhere
    /// This command only reads.
    case readingOnly
    /// The decision holds what the journal cannot keep exactly: a decimal that is not a number, text with a NUL.
    case notRepresentable
  }

  /// The sort of failure.
  public let kind: Kind
  /// The file or folder it happened to; the portfolio's name for a journal in memory.
  public let place: String
  /// What happened, without the place: `is not a database`.
  public let detail: String
  /// True when it was SQLite that found the file damaged, so that what is in it cannot be used as it is.
  public private(set) var isProvenDamage = false

  /// A failure; see the properties.
  public init(_ kind: Kind, place: String, detail: String) {
    self.kind = kind
    self.place = place
    self.detail = detail
  }

  /// What the user can do, as a sentence without its full stop.
  public var remedy: String {
    switch kind {
    case .damaged: "restore it from a copy, or move it and its -wal file away to begin a new journal"
    case .newer: "update hedgetop, or move the file away to begin a new journal"
    case .foreign: "move it away, or choose another state folder"
    case .readOnly: "give your user write access to the file and its folder"
    case .diskFull: "free some space on its file system and try again"
    case .locked: "try again, or stop the other hedgetop on this portfolio"
    case .heldElsewhere: "decide there, or end it: this one then takes the pen"
    case .readingOnly: "decide in hedgetop watch"
    case .unavailable: "check that the folder exists and belongs to your user, or choose another state folder"
    case .notRepresentable: "correct the value and try again"
    }
  }

  /// One line: place, what happened, remedy.
  public var description: String { "\(place): \(detail); \(remedy)" }
}

extension JournalError {
  /// The failure behind an error of the database library.
  init(_ error: DatabaseError, place: String) {
    let (kind, detail): (Kind, String) =
      switch error.resultCode {
      case .SQLITE_NOTADB: (.damaged, "is not a database")
      case .SQLITE_CORRUPT: (.damaged, "is damaged (\(error.message ?? "malformed"))")
      case .SQLITE_FULL: (.diskFull, "the disk is full")
      case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH: (.readOnly, "may not be written")
      case .SQLITE_BUSY, .SQLITE_LOCKED: (.locked, "another process is writing it and did not finish in time")
      default: (.unavailable, "cannot be used (\(error.message ?? error.resultCode.description))")
      }
    self.init(kind, place: place, detail: detail)
    isProvenDamage = kind == .damaged
  }

  /// Runs `body`, turning the database library's errors and unreadable rows into failures of the file at `place`.
  static func naming<Result>(_ place: String, _ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch let error as DatabaseError {
      throw JournalError(error, place: place)
    } catch let error as UnreadableRow {
      throw JournalError(.damaged, place: place, detail: error.description)
    } catch let error as UnrepresentableValue {
      throw JournalError(.notRepresentable, place: place, detail: error.description)
    }
  }
}
