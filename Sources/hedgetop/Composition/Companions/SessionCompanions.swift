import HedgeModel
import Journal

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
  /// - Parameter journal: the session's; its past is kept where it keeps one.
  static func standard(of session: HedgeSession, journal: any DecisionJournal) -> SessionCompanions {
    SessionCompanions([(journal as? PortfolioJournal).map { JournalWatch(session, $0) }].compactMap { $0 })
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
