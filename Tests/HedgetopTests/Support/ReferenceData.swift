import Foundation
import Testing

/// Recorded market data and independent results beside the checkout; tests that need them skip where they are absent.
enum ReferenceData {
  static let absence: Comment = "the shared market data is not beside this package"

  /// `../shared/data/market` as seen from the package.
  static let folder: URL = {
    var package = URL(filePath: #filePath)
    for _ in 0..<4 { package.deleteLastPathComponent() }
    return package.deletingLastPathComponent().appending(path: "shared/data/market")
  }()

  static let isPresent = FileManager.default.fileExists(atPath: path("reference/CONVENTIONS.md"))

  static func path(_ file: String) -> String { folder.appending(path: file).path }

  /// The rows of a CSV file by column.
  static func rows(_ file: String) throws -> [[String: String]] {
    rows(of: String(decoding: try Data(contentsOf: folder.appending(path: file)), as: UTF8.self))
  }

  /// The rows of CSV text by column.
  static func rows(of text: String) -> [[String: String]] {
    let lines = text.split(whereSeparator: \.isNewline).map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    guard let header = lines.first else { return [] }
    return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(header, $0)) }
  }
}

/// Equal to within 1e-9 of the size of the expected number.
func isClose(_ value: Double?, _ expected: Double?) -> Bool {
  guard let value, let expected else { return false }
  return abs(value - expected) <= 1e-9 * max(abs(expected), 1e-6)
}
