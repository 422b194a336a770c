import ArgumentParser

/// What an option must be.
enum Expectation {
  /// Refuses the command line when a condition does not hold.
  ///
  /// - Throws: `ValidationError` with the message.
  static func require(_ condition: Bool, _ message: @autoclosure () -> String) throws {
    if !condition { throw ValidationError(message()) }
  }

  /// Refuses a number of basis points outside 0…10,000.
  static func basisPoints(_ value: Double, _ option: String) throws {
    try require((0...10_000).contains(value), "\(option): found \(value), expected basis points from 0 to 10000")
  }

  /// Refuses a number of days that is not above 0 and at most a hundred years.
  static func days(_ value: Double, _ option: String) throws {
    try require(value > 0 && value <= 36_500, "\(option): found \(value), expected days above 0 and up to 36500")
  }
}
