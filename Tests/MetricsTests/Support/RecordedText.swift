import Foundation
import Testing

/// Expects a text to be as recorded in `Texts/<name>.txt`; `HEDGETOP_RECORD_METRICS=1` writes it instead, and fails.
func expectRecorded(_ text: String, as name: String) throws {
  let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  let place = folder.appending(path: "Texts/\(name).txt")
  if ProcessInfo.processInfo.environment["HEDGETOP_RECORD_METRICS"] == "1" {
    try FileManager.default.createDirectory(at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
    try text.write(to: place, atomically: true, encoding: .utf8)
    Issue.record("recorded \(name); run again without HEDGETOP_RECORD_METRICS")
    return
  }
  let expected = try String(contentsOf: place, encoding: .utf8)
  let lines = (expected.split(separator: "\n"), text.split(separator: "\n"))
  if let (old, new) = zip(lines.0, lines.1).first(where: { $0 != $1 }) {
    Issue.record("\(name) differs\nexpected: \(old)\nfound:    \(new)")
  }
  #expect(text == expected)
}
