import TerminalCells

/// What is on its way to one viewer, in bounded memory: the bytes of one message at a time, and of pictures the newest
/// only. A viewer that does not keep up skips pictures; one that takes nothing for a while is given up.
///
/// A value without a clock and a socket: it is told what is to be shown, what was written and when.
public struct OutgoingScreen: Sendable {
  /// How long a viewer may take nothing while something waits for it.
  public static let patience = Duration.seconds(20)

  private var shown: Grid?
  private var waiting: Grid?
  private var rings = false
  private var title: String?
  private var clipboard: String?
  private var redraws = false
  private var buffer: [UInt8] = []
  private var written = 0
  private var stalledSince: ContinuousClock.Instant?
  private var pauses = false
  private var isPaused = false

  /// A viewer that has been sent nothing.
  public init() {}

  /// What is to be written next; empty when nothing is.
  public var bytes: ArraySlice<UInt8> { buffer[written...] }

  /// Whether anything waits to be written.
  public var isBusy: Bool { written < buffer.count }

  /// How many bytes it holds back, pictures that are not bytes yet left out.
  public var heldBytes: Int { buffer.count - written }

  /// A picture is to be shown; it takes the place of one that has not been sent yet.
  public mutating func show(_ grid: Grid, at now: ContinuousClock.Instant) {
    waiting = grid
    fill(at: now)
  }

  /// The bell is to ring, once however often this is told before it is sent.
  public mutating func ring(at now: ContinuousClock.Instant) {
    rings = true
    fill(at: now)
  }

  /// The window is to have a title.
  public mutating func setTitle(_ text: String, at now: ContinuousClock.Instant) {
    title = text
    fill(at: now)
  }

  /// A text is to go into the clipboard.
  public mutating func copy(_ text: String, at now: ContinuousClock.Instant) {
    clipboard = text
    fill(at: now)
  }

  /// The whole picture is to be sent again and drawn anew.
  public mutating func redraw(at now: ContinuousClock.Instant) {
    redraws = true
    waiting = waiting ?? shown
    shown = nil
    fill(at: now)
  }

  /// Stops sending pictures until ``resume(at:)``: the viewer is stopped by its user.
  public mutating func pause(at now: ContinuousClock.Instant) {
    pauses = true
    fill(at: now)
  }

  /// Goes on with a whole picture.
  public mutating func resume(at now: ContinuousClock.Instant) {
    (pauses, isPaused) = (false, false)
    stalledSince = isBusy ? now : nil
    redraw(at: now)
  }

  /// A sign of life, where nothing else is on its way.
  public mutating func pulse(at now: ContinuousClock.Instant) {
    if !isBusy, !isPaused { append(.pulse, at: now) }
  }

  /// A message that comes once: the welcome, and the last word.
  public mutating func append(_ message: HostMessage, at now: ContinuousClock.Instant) {
    if !isBusy { stalledSince = now }
    buffer.append(contentsOf: message.encoded)
  }

  /// So many bytes have been written.
  public mutating func wrote(_ count: Int, at now: ContinuousClock.Instant) {
    guard count > 0 else { return }
    written = min(written + count, buffer.count)
    stalledSince = now
    if !isBusy {
      buffer.removeAll(keepingCapacity: buffer.capacity <= 64 * 1024)
      written = 0
      stalledSince = nil
      fill(at: now)
    }
  }

  /// Whether the viewer has taken nothing for longer than may be.
  public func isGivenUp(at now: ContinuousClock.Instant) -> Bool {
    guard isBusy, !isPaused, let stalledSince else { return false }
    return now - stalledSince > Self.patience
  }

  /// Makes bytes of what waits, if none are on their way.
  private mutating func fill(at now: ContinuousClock.Instant) {
    guard !isBusy, !isPaused else { return }
    if rings { append(.ring, at: now) }
    if let title { append(.title(title), at: now) }
    if let clipboard { append(.copy(clipboard), at: now) }
    if redraws { append(.redraw, at: now) }
    (rings, title, clipboard, redraws) = (false, nil, nil, false)
    if pauses {
      (pauses, isPaused) = (false, true)
      return append(.suspend, at: now)
    }
    guard let grid = waiting else { return }
    waiting = nil
    let update = GridUpdate(from: shown, to: grid)
    if update.rowCount > 0 || shown?.size != update.size { append(.picture(update), at: now) }
    shown = grid
  }
}
