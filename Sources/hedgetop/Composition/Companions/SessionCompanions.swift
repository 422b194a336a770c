import Journal
import MarketData

/// The companions of one session, begun in order and ended in the reverse.
@MainActor
final class SessionCompanions {
  private let all: [any SessionCompanion]
  private var begun: [any SessionCompanion] = []

  /// Companions of which none has begun.
  init(_ all: [any SessionCompanion]) {
    self.all = all
  }

  /// Those of every session that goes on until somebody ends it, on a screen or as a service.
  ///
  /// - Parameter environment: where secrets of channels and proxies are named.
  /// - Throws: ``ProgramFailure`` when the secret of a channel cannot be read.
  static func standard(of session: HedgeSession, environment: [String: String]) throws -> SessionCompanions {
    let keeping = (session.journal as? PortfolioJournal).map { JournalWatch(session, $0) }
    let telling = try AlertCompanion(session, environment: environment)
    let clock = (session.connection.clock as? ForwardClock).map { ClockWatch(session.store, $0) }
    let all: [(any SessionCompanion)?] = [keeping, telling, clock]
    return SessionCompanions(all.compactMap { $0 })
  }

  /// Begins all; where one cannot, those that have begun are ended.
  ///
  /// - Throws: what it throws.
  func start() async throws {
    for companion in all {
      do {
        try await companion.start()
      } catch {
        await stop()
        throw error
      }
      begun.append(companion)
    }
  }

  /// Ends all that have begun.
  func stop() async {
    while let companion = begun.popLast() { await companion.stop() }
  }
}
