import Foundation
import HedgeTestSupport

/// The built program run to its end in an environment of its own.
struct ProgramRun {
  let status: Int32
  let output: String
  let errors: String

  /// Runs the program.
  ///
  /// - Parameters:
  ///   - folder: working folder and home; its files are the only ones the program finds.
  ///   - environment: further variables.
  init(_ arguments: [String], in folder: TemporaryFolder, environment: [String: String] = [:]) throws {
    let process = Process()
    process.executableURL = URL(filePath: try BuiltProduct.path(named: "hedgetop"))
    process.arguments = arguments
    process.currentDirectoryURL = folder.url
    process.environment = ["HOME": folder.path, "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "TERM": "dumb"]
      .merging(SanitizerOptions.environment) { $1 }.merging(environment) { $1 }
    // Into files: a full pipe would stop a program nobody reads from.
    let (out, err) = (folder.file(".output-\(UUID())"), folder.file(".errors-\(UUID())"))
    for path in [out, err] { try Data().write(to: URL(filePath: path)) }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle(forWritingAtPath: out)
    process.standardError = FileHandle(forWritingAtPath: err)
    try process.run()
    process.waitUntilExit()
    status = process.terminationStatus
    output = String(decoding: FileManager.default.contents(atPath: out) ?? Data(), as: UTF8.self)
    errors = String(decoding: FileManager.default.contents(atPath: err) ?? Data(), as: UTF8.self)
    for path in [out, err] { try FileManager.default.removeItem(atPath: path) }
  }

  /// The output as a JSON object.
  func json() throws -> [String: Any] {
    let value = try JSONSerialization.jsonObject(with: Data(output.utf8))
    return value as? [String: Any] ?? [:]
  }
}
