import Foundation

/// A folder of a test's own, gone with it.
final class TemporaryFolder {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "hedgetop-notifications-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func file(_ name: String) -> String { "\(path)/\(name)" }

  /// The text of a file; empty when there is none.
  func text(_ name: String) -> String {
    String(decoding: FileManager.default.contents(atPath: file(name)) ?? Data(), as: UTF8.self)
  }

  /// Writes a program in shell, to be run by its path.
  func program(_ name: String, _ lines: String) throws -> String {
    let place = file(name)
    // Written by another program: what this one has open to write may be held open by a child that another test starts
    // at that moment, and a file that is being written cannot be run.
    let writer = Process()
    writer.executableURL = URL(fileURLWithPath: "/bin/sh")
    writer.arguments = ["-c", "printf '%s' \"$1\" > \"$2\" && chmod 700 \"$2\"", "sh", "#!/bin/sh\n\(lines)\n", place]
    try writer.run()
    writer.waitUntilExit()
    return place
  }
}
