import FoundationEssentials
import HedgeConfiguration
import Venues

/// Keeps specifications in the user's cache folder, a file a venue. What cannot be kept or read is asked for again.
struct FileSpecificationCache: SpecificationCache {
  let folder: String

  /// The user's, by what the environment says of folders; one that keeps nothing where it says nothing.
  static func standard(environment: [String: String]) -> any SpecificationCache {
    HedgetopPaths(environment: environment).map { FileSpecificationCache(folder: $0.cacheFolder) }
      ?? NoSpecificationCache() as any SpecificationCache
  }

  func load(_ name: String) -> [UInt8]? {
    (try? Data(contentsOf: URL(filePath: place(name)))).map(Array.init)
  }

  func save(_ bytes: [UInt8], as name: String) {
    try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try? Data(bytes).write(to: URL(filePath: place(name)), options: .atomic)
  }

  private func place(_ name: String) -> String { "\(folder)/instruments-\(name).json" }
}
