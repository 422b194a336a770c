/// Something that lives beside a session for as long as it runs: what keeps its past, tells its alerts, or serves its
/// figures.
///
/// With a screen and without one the same companions run; ``SessionCompanions/standard(of:environment:)`` is where they are
/// named.
@MainActor
protocol SessionCompanion: AnyObject {
  /// Begins.
  ///
  /// - Throws: ``ProgramFailure`` when it cannot, and the program should not run without it.
  func start() async throws

  /// Ends for good. Called once, of those that have begun the last first.
  func stop() async
}
