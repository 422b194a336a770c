import SeededRandom
import TerminalCells

@testable import ScreenWire

/// Messages, pictures and chance for tests of the wire.
enum WireSamples {
  static let hello = ViewerHello(
    program: "hedgetop 0.1.0", size: Size(columns: 120, rows: 40),
    capabilities: TerminalCapabilities(colourDepth: .palette256, unicode: true, mouse: false), wantsControl: true,
    theme: "light", themesFolder: "/usr/share/themes", interval: 500, hidesBalances: true)

  static let inputs: [InputEvent] = [
    .key(.character("q")), .key(.character("世")), .key(.control("r")), .key(KeyPress(.function(5), modifiers: .shift)),
    .key(KeyPress(.backTab)), .key(KeyPress(.insert, modifiers: [.alt, .control])), .paste("words, “more” words"),
    .mouse(MouseEvent(.press(.left), at: Point(column: 3, row: 99))),
    .mouse(MouseEvent(.scrollDown, at: Point(column: -1, row: 0), modifiers: .control)),
    .resize(Size(columns: 81, rows: 25)), .suspend, .resumed, .hangUp, .terminate(signal: 15),
  ]

  static let viewerMessages =
    inputs.map(ViewerMessage.input) + [
      .hello(hello),
      .hello(
        ViewerHello(
          program: "", size: .zero, capabilities: TerminalCapabilities(colourDepth: .none, unicode: false, mouse: true))
      ),
    ]

  static let hostMessages: [HostMessage] = [
    .welcome(HostWelcome(program: "hedgetop", portfolio: "Core “A”", hasControl: true)), .refused("held by 1"), .ring,
    .title("Core: BREACH"), .copy("BTC-PERP\t-1\n"), .suspend, .redraw, .pulse, .ended(code: 0), .ended(code: -3),
    .leaving("the service has ended"), .picture(GridUpdate(from: nil, to: grid(seed: 3))),
    .picture(GridUpdate(from: grid(seed: 3), to: grid(seed: 4))),
    .picture(GridUpdate(from: nil, to: Grid(size: .zero))),
  ]

  /// A picture with wide letters, marks, every sort of colour, and halves that were overwritten.
  static func grid(seed: UInt64, size: Size = Size(columns: 23, rows: 7)) -> Grid {
    var random = SeededGenerator(seed: seed)
    var grid = Grid(size: size)
    for _ in 0..<30 {
      let place = Point(
        column: .random(in: -2...size.columns, using: &random), row: .random(in: -1...size.rows, using: &random))
      grid.write(texts.randomElement(using: &random) ?? "", at: place, style: style(using: &random))
    }
    return grid
  }

  private static let texts = [
    "net β", "世界", "e\u{301}e\u{301}\u{323}", "▁▂▃ █", "−0.0521", "한글", " ", "a\u{1B}[31mb", "🙂!",
  ]

  private static func style(using random: inout SeededGenerator) -> Style {
    func colour() -> Colour {
      switch Int.random(in: 0..<3, using: &random) {
      case 0: .terminalDefault
      case 1: .palette(.random(in: 0...255, using: &random))
      default:
        .rgb(
          .random(in: 0...255, using: &random), .random(in: 0...255, using: &random),
          .random(in: 0...255, using: &random))
      }
    }
    return Style(
      foreground: colour(), background: colour(), attributes: Attributes(rawValue: .random(in: 0...63, using: &random)))
  }
}
