import TerminalCells

/// What a viewer is told first.
public struct HostWelcome: Hashable, Sendable {
  /// The program's name and release.
  public let program: String
  /// Whose screen it is.
  public let portfolio: String
  /// Whether the viewer may decide.
  public let hasControl: Bool

  /// A welcome; see the properties.
  public init(program: String, portfolio: String, hasControl: Bool) {
    self.program = program
    self.portfolio = portfolio
    self.hasControl = hasControl
  }

  init(_ reader: inout ByteReader) throws(WireError) {
    self.init(
      program: try reader.text().sanitised, portfolio: try reader.text().sanitised, hasControl: try reader.flag())
  }

  func write(to writer: inout ByteWriter) {
    writer.write(program)
    writer.write(portfolio)
    writer.write(hasControl)
  }
}
