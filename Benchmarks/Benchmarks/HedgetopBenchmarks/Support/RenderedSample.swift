import HedgeStore
import Panels
import TerminalCells

/// The sample portfolio on a screen of one size.
final class RenderedSample {
  private let session: SampleSession
  private let screen = Screen()
  private let state: ScreenState
  private let size: Size

  init(size: Size) async throws {
    session = try await SampleSession()
    state = ScreenState(size: size)
    self.size = size
  }

  /// Draws the newest snapshot.
  func render() -> Grid { screen.render(state, session.snapshot, size: size, theme: BuiltinThemes.standard) }

  /// Lets a second pass.
  func advance() { session.advance() }
}
