import Glibc

/// A terminal of the given size whose output a thread reads and forgets, so that writing never waits.
struct PseudoTerminal {
  /// What a program would have as its standard input and output.
  let descriptor: CInt

  struct Unavailable: Error {}

  // Requests of Linux's <asm/ioctls.h> that Swift does not see: TIOCSPTLCK and TIOCGPTN.
  private static let setLock: UInt = 0x4004_5431
  private static let getNumber: UInt = 0x8004_5430

  init(columns: Int, rows: Int) throws {
    let reader = open("/dev/ptmx", O_RDWR | O_NOCTTY)
    var (lock, number): (CInt, CInt) = (0, 0)
    guard reader >= 0, ioctl(reader, Self.setLock, &lock) == 0, ioctl(reader, Self.getNumber, &number) == 0 else {
      throw Unavailable()
    }
    descriptor = open("/dev/pts/\(number)", O_RDWR | O_NOCTTY)
    var size = winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    guard descriptor >= 0, ioctl(reader, UInt(TIOCSWINSZ), &size) == 0 else { throw Unavailable() }
    startThread {
      var bytes = [UInt8](repeating: 0, count: 65_536)
      while read(reader, &bytes, bytes.count) > 0 {}
    }
  }
}

/// Runs `body` on a thread of its own.
func startThread(_ body: @escaping @Sendable () -> Void) {
  final class Box {
    let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }
  var thread = pthread_t()
  let box = Unmanaged.passRetained(Box(body)).toOpaque()
  let failed = pthread_create(
    &thread, nil,
    { box in
      if let box { Unmanaged<Box>.fromOpaque(box).takeRetainedValue().body() }
      return nil
    }, box)
  if failed == 0 { pthread_detach(thread) }
}
