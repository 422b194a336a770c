import Dispatch
import Glibc
import NcursesTerminal
import TerminalCells

/// Shows what happens to it, so that a test can see it on the screen: the last event, the size, and a counter.
///
/// `c` crashes by a trap, `o` by using up the stack, `e` writes to standard error, `q` quits. Ends on hang-up with 3, on
/// signals with 128 + n; hung up either way, it is told so once more at the last moment.
@main
@MainActor
enum TerminalProbe {
  static var session: NcursesSession?
  static var count = 0
  static var last = "started"

  static func main() {
    do {
      let session = try NcursesSession()
      self.session = session
      session.setInputHandler(handle)
      session.setTitle("probe")
      draw()
    } catch {
      print("probe: \(error)")
      exit(1)
    }
    dispatchMain()
  }

  static func handle(_ event: InputEvent) {
    count += 1
    switch event {
    case .key(let press): key(press)
    case .mouse(let mouse): last = "mouse \(mouse.action) at \(mouse.position.column),\(mouse.position.row)"
    case .paste(let text): last = "paste \(text)"
    case .resize(let size): last = "resize \(size)"
    case .suspend: session?.suspend()
    case .resumed: last = "resumed"
    case .hangUp: end(3, hungUp: true)
    case .terminate(let signal): end(128 + signal, hungUp: signal == SIGHUP)
    }
    draw()
  }

  static func key(_ press: KeyPress) {
    last = "key \(press)"
    switch press.description {
    case "q": end(0)
    case "c": crash([])
    case "o": last += "\(overflow(1))"
    case "e": note("a word to standard error\n")
    case "Ctrl-Z": session?.suspend()
    default: break
    }
  }

  static func note(_ text: String) {
    _ = text.withCString { write(STDERR_FILENO, $0, strlen($0)) }
  }

  static func crash(_ nothing: [Int]) {
    print(nothing[nothing.count])
  }

  /// Never ends, and does not look as if.
  static func overflow(_ depth: Int) -> Int {
    depth == 0 ? 0 : overflow(depth + 1) + count
  }

  static func end(_ status: Int32, hungUp: Bool = false) -> Never {
    session?.close()
    if hungUp { raise(SIGHUP) }
    exit(status)
  }

  static func draw() {
    guard let session else { return }
    var grid = Grid(size: session.size)
    grid.box(grid.bounds, glyphs: session.capabilities.glyphs, style: .plain.foreground(.rgb(255, 0, 0)))
    grid.write("probe \(session.size) β", at: Point(column: 2, row: 1), style: .plain.bold)
    grid.write("\(count) \(last)", at: Point(column: 2, row: 2))
    session.present(grid)
  }
}
