import HedgeModel

/// What the program takes of the machine at one instant. What the system does not tell is nil.
public struct ProcessFigures: Hashable, Sendable {
  /// Time on a processor, user and system together.
  public var processorTime: Duration?
  /// Memory in use, in bytes.
  public var residentBytes: Int?
  /// Memory asked for, in bytes.
  public var virtualBytes: Int?
  /// Files and sockets that are open.
  public var openFiles: Int?
  /// Files and sockets that may be open.
  public var maximumFiles: Int?
  /// When the program started.
  public var startedAt: Timestamp?

  /// Nothing known.
  public init() {}
}
