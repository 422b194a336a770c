import CPty
import Glibc
import TerminalCells

/// Both sides of a pseudo-terminal within the test's own process.
public final class PtyPair {
  /// The terminal's side.
  public let screen: PtyScreen
  /// The program's side: what takes the place of standard input and output.
  public let descriptor: CInt

  /// A pseudo-terminal of a size.
  public init(size: Size) throws {
    var master: CInt = -1
    var slave: CInt = -1
    guard cpty_open(CInt(size.columns), CInt(size.rows), &master, &slave) == 0 else {
      throw PtyError("there are no pseudo-terminals (errno \(errno))")
    }
    screen = PtyScreen(master: master, size: size)
    descriptor = slave
  }

  deinit {
    Glibc.close(descriptor)
  }
}
