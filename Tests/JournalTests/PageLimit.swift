import GRDB
import Synchronization

/// How large the database may become, as a disk that is nearly full would have it.
final class PageLimit: Sendable {
  private let limit = Mutex(1_000_000)

  var pages: Int {
    get { limit.withLock { $0 } }
    set { limit.withLock { $0 = newValue } }
  }

  /// Holds a connection to it.
  @Sendable func apply(_ database: Database) throws {
    try database.execute(sql: "PRAGMA max_page_count = \(pages)")
  }
}
