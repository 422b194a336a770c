/// What the futures' basis does in a scenario, whatever spot does.
public struct BasisShock: Hashable, Sendable {
  /// Change of F/S − 1 in basis points. When ``isAgainstPosition``, its size; otherwise signed: positive lifts futures.
  public let basisPoints: Double
  /// True when each future moves against the net position in it: up where the book is short, down where it is long.
  public let isAgainstPosition: Bool

  /// A shock; see the properties.
  public init(basisPoints: Double, isAgainstPosition: Bool) {
    self.basisPoints = basisPoints
    self.isAgainstPosition = isAgainstPosition
  }
}
