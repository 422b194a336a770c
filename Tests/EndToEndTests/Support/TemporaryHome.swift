import Foundation
import HedgeTestSupport

/// A home folder of a test's own, with configuration and state in it; removed with this object.
final class TemporaryHome {
  let path: String

  init() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "hedgetop-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    path = folder.path
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  /// What a shell would hand to the program.
  var environment: [String: String] {
    PtyProcess.environment.merging([
      "HOME": path, "XDG_CONFIG_HOME": "\(path)/config", "XDG_STATE_HOME": "\(path)/state",
      "XDG_CACHE_HOME": "\(path)/cache",
    ]) { $1 }
  }

  /// Writes a file and gives its path.
  func write(_ text: String, as name: String) throws -> String {
    let file = "\(path)/\(name)"
    try text.write(toFile: file, atomically: true, encoding: .utf8)
    return file
  }

  /// Writes a program and gives its path.
  func script(_ text: String, as name: String) throws -> String {
    let file = try write("#!/bin/sh\n" + text, as: name)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file)
    return file
  }
}
