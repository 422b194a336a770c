/// A terminal without a screen: keeps what is presented and lets a test type, click and resize.
@MainActor
public final class HeadlessTerminal: Terminal {
  /// The size to draw at; set by ``resize(to:)``.
  public private(set) var size: Size
  /// What it claims to be able to.
  public let capabilities: TerminalCapabilities

  /// Every grid presented, the latest last.
  public private(set) var grids: [Grid] = []
  /// How often the bell rang.
  public private(set) var rings = 0
  /// Every title set.
  public private(set) var titles: [String] = []
  /// Every text copied.
  public private(set) var copies: [String] = []
  /// How often the program was suspended.
  public private(set) var suspensions = 0
  /// How often a full redraw was asked for.
  public private(set) var redraws = 0
  /// Whether it has been closed.
  public private(set) var isClosed = false

  private var handler: (@MainActor (InputEvent) -> Void)?

  /// A terminal of that size.
  public init(
    size: Size = Size(columns: 80, rows: 24),
    capabilities: TerminalCapabilities = .full
  ) {
    self.size = size
    self.capabilities = capabilities
  }

  /// The grid presented last, if any.
  public var grid: Grid? { grids.last }

  /// Does as if this had happened at the keyboard, the mouse or outside.
  public func send(_ event: InputEvent) {
    guard !isClosed else { return }
    handler?(event)
  }

  /// Types keys by their names, as ``KeyPress/init(parsing:)`` reads them; names of no key are typed as text.
  public func type(_ keys: String...) {
    for name in keys {
      if let press = KeyPress(parsing: name) {
        send(.key(press))
      } else {
        for character in name { send(.key(.character(character))) }
      }
    }
  }

  /// Changes the size and announces it.
  public func resize(to size: Size) {
    self.size = size
    send(.resize(size))
  }

  /// Keeps the grid.
  public func present(_ grid: Grid) {
    guard !isClosed else { return }
    grids.append(grid)
  }

  /// Sets who hears of input.
  public func setInputHandler(_ handler: (@MainActor (InputEvent) -> Void)?) { self.handler = handler }

  /// Counts.
  public func ring() { if !isClosed { rings += 1 } }

  /// Keeps the title as a terminal would show it.
  public func setTitle(_ title: String) { if !isClosed { titles.append(title.sanitised) } }

  /// Keeps the text.
  public func copy(_ text: String) { if !isClosed { copies.append(text) } }

  /// Counts, and continues at once.
  public func suspend() {
    guard !isClosed else { return }
    suspensions += 1
    send(.resumed)
  }

  /// Counts.
  public func redraw() { if !isClosed { redraws += 1 } }

  /// Closes.
  public func close() { isClosed = true }
}
