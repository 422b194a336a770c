import GRDB
import Testing

@testable import Journal

@Suite struct JournalErrorTests {
  @Test(
    "each answer of the database is told as what it means to the user",
    arguments: [
      (ResultCode.SQLITE_NOTADB, JournalError.Kind.damaged), (.SQLITE_CORRUPT, .damaged), (.SQLITE_FULL, .diskFull),
      (.SQLITE_IOERR_WRITE, .unavailable), (.SQLITE_READONLY, .readOnly), (.SQLITE_READONLY_DIRECTORY, .readOnly),
      (.SQLITE_PERM, .readOnly), (.SQLITE_BUSY, .locked), (.SQLITE_BUSY_SNAPSHOT, .locked), (.SQLITE_LOCKED, .locked),
      (.SQLITE_CANTOPEN, .unavailable), (.SQLITE_IOERR, .unavailable),
    ])
  func meaning(_ code: ResultCode, _ kind: JournalError.Kind) {
    #expect(JournalError(DatabaseError(resultCode: code), place: "/x").kind == kind)
  }

  @Test("every failure says where, what, and what to do", arguments: JournalError.Kind.allCases)
  func words(_ kind: JournalError.Kind) {
    let error = JournalError(kind, place: "/state/Main.sqlite", detail: "is odd")
    #expect(error.description == "/state/Main.sqlite: is odd; \(error.remedy)")
    #expect(!error.remedy.isEmpty)
    #expect(!error.remedy.hasSuffix("."))
  }
}
