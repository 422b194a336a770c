import TerminalCells

/// What a program tells a viewer of its screen.
public enum HostMessage: Hashable, WireMessage {
  /// The viewer is welcome; the first message it gets.
  case welcome(HostWelcome)
  /// The viewer is not, with the reason; the only message it gets.
  case refused(String)
  /// The picture has changed.
  case picture(GridUpdate)
  /// The bell is to ring.
  case ring
  /// The window is to have this title.
  case title(String)
  /// This text is to go into the clipboard.
  case copy(String)
  /// The viewer is to stop as by Ctrl-Z; it tells when it goes on.
  case suspend
  /// Everything is to be drawn again.
  case redraw
  /// All is well, though there may be nothing to tell.
  case pulse
  /// The viewer has asked to end: it is to exit with this code.
  case ended(code: Int32)
  /// The program ends, with the reason.
  case leaving(String)

  /// Reads a message.
  public init(_ bytes: ArraySlice<UInt8>) throws(WireError) {
    var reader = ByteReader(bytes)
    let kind = try reader.read(UInt8.self)
    switch kind {
    case 1: self = .welcome(try HostWelcome(&reader))
    case 2: self = .refused(try reader.text())
    case 3: self = .picture(try GridUpdate(&reader))
    case 4: self = .ring
    case 5: self = .title(try reader.text().sanitised)
    case 6: self = .copy(try reader.text())
    case 7: self = .suspend
    case 8: self = .redraw
    case 9: self = .pulse
    case 10: self = .ended(code: try reader.read())
    case 11: self = .leaving(try reader.text().sanitised)
    default: throw .unknown("message to a viewer", kind)
    }
    try reader.requireEnd()
  }

  /// The bytes of the message.
  public var payload: [UInt8] {
    var writer = ByteWriter()
    writer.write(kind)
    switch self {
    case .welcome(let welcome): welcome.write(to: &writer)
    case .picture(let update): update.write(to: &writer)
    case .refused(let text), .title(let text), .copy(let text), .leaving(let text): writer.write(text)
    case .ended(let code): writer.write(code)
    case .ring, .suspend, .redraw, .pulse: break
    }
    return writer.bytes
  }

  private var kind: UInt8 {
    switch self {
    case .welcome: 1
    case .refused: 2
    case .picture: 3
    case .ring: 4
    case .title: 5
    case .copy: 6
    case .suspend: 7
    case .redraw: 8
    case .pulse: 9
    case .ended: 10
    case .leaving: 11
    }
  }
}
