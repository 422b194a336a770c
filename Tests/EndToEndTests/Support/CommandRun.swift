import Foundation
import HedgeTestSupport

/// hedgetop run without a terminal, and what came of it.
struct CommandRun {
  let status: Int32
  let output: String
  let errors: String

  init(_ arguments: [String], in home: TemporaryHome, environment: [String: String] = [:]) throws {
    try self.init(arguments, environment: home.environment.merging(environment) { $1 })
  }

  /// Runs it with this environment and nothing else but the options of a sanitizer.
  init(_ arguments: [String], environment: [String: String]) throws {
    let process = Process()
    process.executableURL = URL(filePath: try BuiltProduct.path(named: "hedgetop"))
    process.arguments = arguments
    process.environment = SanitizerOptions.environment.merging(environment) { $1 }
    process.standardInput = FileHandle.nullDevice
    let (output, errors) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    self.output = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    self.errors = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    status = process.terminationReason == .exit ? process.terminationStatus : 128 + process.terminationStatus
  }
}
