import Foundation

/// The package as it lies on disk.
enum SourceTree {
  /// The folder of `Package.swift`.
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Swift and C files below `folder` (`Sources`, `Tests`), as paths from it.
  static func files(in folder: String) -> [String] {
    let base = root.appendingPathComponent(folder).path
    let found = FileManager.default.enumerator(atPath: base)?.compactMap { $0 as? String } ?? []
    return found.filter { path in [".swift", ".c", ".h"].contains { path.hasSuffix($0) } }.sorted()
  }

  static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
  }
}
