import Foundation

/// The configurations in `Invalid`: each a `.toml` with the issues expected of it in a `.txt` of the same name.
///
/// With `HEDGETOP_RECORD_ISSUES` set, the run writes what it found as the new expectation, and fails.
enum InvalidCorpus {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Invalid")

  static let names: [String] = {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.filter { $0.hasSuffix(".toml") }.map { String($0.dropLast(5)) }.sorted()
  }()

  static var isRecording: Bool { ProcessInfo.processInfo.environment["HEDGETOP_RECORD_ISSUES"] != nil }

  static func text(_ name: String) throws -> String {
    try String(contentsOf: folder.appendingPathComponent("\(name).toml"), encoding: .utf8)
  }

  static func expectation(_ name: String) throws -> String {
    try String(contentsOf: folder.appendingPathComponent("\(name).txt"), encoding: .utf8)
  }

  static func record(_ issues: String, for name: String) throws {
    try issues.write(to: folder.appendingPathComponent("\(name).txt"), atomically: true, encoding: .utf8)
  }
}
