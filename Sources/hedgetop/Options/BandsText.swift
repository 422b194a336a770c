import ArgumentParser
import FoundationEssentials
import HedgeModel

/// Reads bands such as `0.01:0.20:0.01` (from, to, step) or `0.02,0.05,0.1`.
enum BandsText {
  /// More than anybody looks through; each is a backtest.
  private static let limit = 500

  /// Bands of 0 or more, rising, each once.
  ///
  /// - Throws: `ValidationError` that says what is wrong.
  static func bands(_ text: String) throws -> [Double] {
    let found = text.contains(":") ? try range(text) : try list(text)
    guard found.allSatisfy({ $0 >= 0 }) else {
      throw ValidationError("found \(text), expected bands of 0 or more")
    }
    return Set(found).sorted().map(\.inexact)
  }

  private static func list(_ text: String) throws -> [Decimal] {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    guard parts.count <= limit else { throw ValidationError("found \(parts.count) bands, expected at most \(limit)") }
    return try parts.map { try SpecificationText.number(String($0), "a band") }
  }

  /// Counted in decimals: twenty steps of 0.01 end at 0.2 exactly.
  private static func range(_ text: String) throws -> [Decimal] {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 3 else {
      throw ValidationError("found “\(text)”, expected bands such as 0.01:0.20:0.01 or 0.02,0.05,0.1")
    }
    let (first, last) = (
      try SpecificationText.number(parts[0], "a band"), try SpecificationText.number(parts[1], "a band")
    )
    let step = try SpecificationText.positive(parts[2], "the step of the bands")
    guard first <= last else { throw ValidationError("found \(text), expected a first band up to the last") }
    var bands: [Decimal] = []
    var band = first
    while band <= last {
      guard bands.count < limit else { throw ValidationError("found \(text), expected at most \(limit) bands") }
      bands.append(band)
      band += step
    }
    return bands
  }
}
