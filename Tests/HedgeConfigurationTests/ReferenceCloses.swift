import Foundation
import Testing

/// The daily closes beside the checkout; tests that need them skip where they are absent.
enum ReferenceCloses {
  static let absence: Comment = "the shared market data is not beside this package"

  private static let path: String = {
    var package = URL(filePath: #filePath)
    for _ in 0..<3 { package.deleteLastPathComponent() }
    return package.deletingLastPathComponent().appending(path: "shared/data/market/daily_closes.csv").path
  }()

  static let isPresent = FileManager.default.fileExists(atPath: path)

  /// Closes by day, then coin; a coin without one is left out.
  static func byDay() -> [String: [String: Double]]? {
    guard let data = FileManager.default.contents(atPath: path) else { return nil }
    let lines = String(decoding: data, as: UTF8.self).split(whereSeparator: \.isNewline).map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    guard let header = lines.first else { return nil }
    return lines.dropFirst().reduce(into: [:]) { days, cells in
      days[cells[0]] = zip(header, cells).dropFirst().reduce(into: [:]) { $0[$1.0] = Double($1.1) }
    }
  }
}
