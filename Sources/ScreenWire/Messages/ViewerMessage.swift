import TerminalCells

/// What a viewer tells the program whose screen it shows.
public enum ViewerMessage: Hashable, WireMessage {
  /// The first message.
  case hello(ViewerHello)
  /// Something was typed, clicked, or happened to the terminal.
  case input(InputEvent)

  /// Reads a message.
  public init(_ bytes: ArraySlice<UInt8>) throws(WireError) {
    var reader = ByteReader(bytes)
    let kind = try reader.read(UInt8.self)
    switch kind {
    case 1: self = .hello(try ViewerHello(&reader))
    case 2: self = .input(try reader.inputEvent())
    default: throw .unknown("message of a viewer", kind)
    }
    try reader.requireEnd()
  }

  /// The bytes of the message.
  public var payload: [UInt8] {
    var writer = ByteWriter()
    switch self {
    case .hello(let hello):
      writer.write(UInt8(1))
      hello.write(to: &writer)
    case .input(let event):
      writer.write(UInt8(2))
      writer.write(event)
    }
    return writer.bytes
  }
}
