/// One bracket of a margin table as floating-point numbers: the maintenance margin in it is |N|·rate − deduction.
public struct MarginBracket: Hashable, Sendable {
  /// Notional at which it begins: in the quote currency of a linear future, in the coin of an inverse one.
  public let floor: Double
  /// Maintenance margin rate, a fraction.
  public let rate: Double
  /// What is taken off so that the margin is continuous at the floor; zero unless the brackets are marginal.
  public let deduction: Double

  /// A bracket; see the properties.
  public init(floor: Double, rate: Double, deduction: Double) {
    self.floor = floor
    self.rate = rate
    self.deduction = deduction
  }
}
