import TerminalCells

/// What a viewer says first: what it speaks, what its terminal can, and what it asks for.
public struct ViewerHello: Hashable, Sendable {
  /// The version of the protocol.
  public static let version = 1

  /// The version the viewer speaks.
  public var version: Int
  /// The program's name and release, for words.
  public var program: String
  /// The size to draw at.
  public var size: Size
  /// What the terminal can show and report.
  public var capabilities: TerminalCapabilities
  /// Whether decisions are wanted.
  public var wantsControl: Bool
  /// The theme; nil takes the one the configuration names.
  public var theme: String?
  /// A folder of themes to choose from besides the user's own.
  public var themesFolder: String?
  /// Milliseconds between pictures; nil takes the configuration's.
  public var interval: Int?
  /// Whether to begin with amounts hidden; nil does as the configuration says.
  public var hidesBalances: Bool

  /// A hello; see the properties.
  public init(
    version: Int = ViewerHello.version, program: String, size: Size, capabilities: TerminalCapabilities,
    wantsControl: Bool = false, theme: String? = nil, themesFolder: String? = nil, interval: Int? = nil,
    hidesBalances: Bool = false
  ) {
    self.version = version
    self.program = program
    self.size = size
    self.capabilities = capabilities
    self.wantsControl = wantsControl
    self.theme = theme
    self.themesFolder = themesFolder
    self.interval = interval
    self.hidesBalances = hidesBalances
  }
}

extension ViewerHello {
  /// Begins every hello of every version, so that a stranger is told from a viewer of another release.
  private static let magic: UInt32 = 0x4854_4F50

  init(_ reader: inout ByteReader) throws(WireError) {
    guard try reader.read(UInt32.self) == Self.magic else { throw WireError("this is no viewer of hedgetop") }
    let version = Int(try reader.read(UInt16.self))
    let program = try reader.text().sanitised
    guard version == Self.version else {
      // What follows is for that version to know: enough is known to say so.
      self.init(version: version, program: program, size: .zero, capabilities: .full)
      _ = try reader.take(reader.count)
      return
    }
    let size = try reader.size()
    let depth = try reader.read(UInt8.self)
    guard let colourDepth = ColourDepth(rawValue: Int(depth)) else { throw .unknown("colour depth", depth) }
    let flags = Flags(rawValue: try reader.read(UInt8.self))
    let interval = Int(try reader.read(UInt32.self))
    self.init(
      version: version, program: program, size: size,
      capabilities: TerminalCapabilities(
        colourDepth: colourDepth, unicode: flags.contains(.unicode), mouse: flags.contains(.mouse)),
      wantsControl: flags.contains(.control), theme: Self.optional(try reader.text().sanitised),
      themesFolder: Self.optional(try reader.text()), interval: interval == 0 ? nil : interval,
      hidesBalances: flags.contains(.hidden))
  }

  func write(to writer: inout ByteWriter) {
    writer.write(Self.magic)
    writer.write(version, as: UInt16.self)
    writer.write(program)
    writer.write(size)
    writer.write(UInt8(capabilities.colourDepth.rawValue))
    var flags: Flags = []
    if capabilities.unicode { flags.insert(.unicode) }
    if capabilities.mouse { flags.insert(.mouse) }
    if wantsControl { flags.insert(.control) }
    if hidesBalances { flags.insert(.hidden) }
    writer.write(flags.rawValue)
    writer.write(interval ?? 0, as: UInt32.self)
    writer.write(theme ?? "", limit: 1024)
    writer.write(themesFolder ?? "", limit: 4096)
  }

  private struct Flags: OptionSet {
    let rawValue: UInt8
    static let unicode = Flags(rawValue: 1)
    static let mouse = Flags(rawValue: 2)
    static let control = Flags(rawValue: 4)
    static let hidden = Flags(rawValue: 8)
  }

  private static func optional(_ text: String) -> String? { text.isEmpty ? nil : text }
}

extension ByteWriter {
  mutating func write(_ size: Size) {
    write(size.columns, as: UInt16.self)
    write(size.rows, as: UInt16.self)
  }
}

extension ByteReader {
  /// How many bytes are left.
  var count: Int { rest.count }

  mutating func size() throws(WireError) -> Size {
    WireLimit.clamped(Size(columns: Int(try read(UInt16.self)), rows: Int(try read(UInt16.self))))
  }
}
