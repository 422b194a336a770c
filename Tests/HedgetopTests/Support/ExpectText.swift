import Foundation
import Testing

/// Expects a text to be as recorded in `Texts/<name>.txt` beside the test's own file.
///
/// With `variable` set to 1 in the environment it is written instead, and the test fails: recording is never mistaken
/// for passing.
func expectText(
  _ text: String, matches name: String, recordedBy variable: String, in file: String = #filePath,
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let place = URL(filePath: file).deletingLastPathComponent().appending(path: "Texts/\(name).txt")
  if ProcessInfo.processInfo.environment[variable] == "1" {
    try text.write(to: place, atomically: true, encoding: .utf8)
    Issue.record("recorded \(name); run again without \(variable)", sourceLocation: sourceLocation)
    return
  }
  guard let expected = FileManager.default.contents(atPath: place.path) else {
    Issue.record("\(name) is missing; record it with \(variable)=1\n\(text)", sourceLocation: sourceLocation)
    return
  }
  let lines = (String(decoding: expected, as: UTF8.self).split(separator: "\n"), text.split(separator: "\n"))
  if let line = zip(lines.0, lines.1).first(where: { $0 != $1 }) {
    Issue.record("\(name) differs\nexpected: \(line.0)\nfound:    \(line.1)", sourceLocation: sourceLocation)
  } else {
    #expect(text == String(decoding: expected, as: UTF8.self), "\(name) differs", sourceLocation: sourceLocation)
  }
}
