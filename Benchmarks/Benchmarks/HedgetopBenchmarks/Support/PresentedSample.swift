import Glibc
import NcursesTerminal
import Panels
import TerminalCells

/// The sample portfolio on ncurses, writing to a pseudo-terminal that is read by a thread and forgotten.
@MainActor
final class PresentedSample {
  private let session: NcursesSession
  private let sample: RenderedSample
  private var grid: Grid

  init(columns: Int, rows: Int) async throws {
    let terminal = try PseudoTerminal(columns: columns, rows: rows)
    session = try NcursesSession(
      environment: TerminalEnvironment(term: "xterm-256color", colourTerm: "truecolor"), input: terminal.descriptor,
      output: terminal.descriptor, holdsProcess: false)
    sample = try await RenderedSample(size: Size(columns: columns, rows: rows))
    grid = sample.render()
    session.present(grid)
  }

  /// Draws the next second without showing it.
  func nextFrame() {
    sample.advance()
    grid = sample.render()
  }

  /// Shows what was drawn last.
  func present() { session.present(grid) }
}
