import FoundationEssentials

/// Recorded market data beside the checkout; tests that need it say so and pass where it is absent.
enum ReferenceData {
  /// `../shared/data/market` as seen from the package.
  static let folder: URL = {
    var package = URL(filePath: #filePath)
    for _ in 0..<3 { package.deleteLastPathComponent() }
    return package.deletingLastPathComponent().appending(path: "shared/data/market")
  }()

  static let isPresent = FileManager.default.fileExists(atPath: path("daily_closes.csv"))

  static func path(_ file: String) -> String { folder.appending(path: file).path }
}
