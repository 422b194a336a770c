import Foundation
import HedgeTestSupport
import Testing

/// `hedgetop run`, or another command that goes on until it is asked to end, started without a terminal; killed with this
/// object.
final class ServiceProcess {
  let home: TemporaryHome
  private let process = Process()
  private let log: String

  /// Starts it; nothing has been waited for yet.
  init(
    command: String = "run", _ arguments: [String] = [], in home: TemporaryHome, environment: [String: String] = [:]
  ) throws {
    self.home = home
    log = "\(home.path)/service-\(UUID().uuidString).log"
    _ = FileManager.default.createFile(atPath: log, contents: nil)
    process.executableURL = URL(filePath: try BuiltProduct.path(named: "hedgetop"))
    process.arguments = [command] + arguments
    process.environment = SanitizerOptions.environment.merging(home.environment) { $1 }.merging(environment) { $1 }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle(forWritingAtPath: log)
    try process.run()
  }

  /// Starts it and waits until it is ready.
  static func ready(
    _ arguments: [String] = [], in home: TemporaryHome, environment: [String: String] = [:]
  ) async throws -> ServiceProcess {
    let service = try ServiceProcess(arguments, in: home, environment: environment)
    try await service.wait(forLog: "service: ready")
    return service
  }

  deinit {
    if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    process.waitUntilExit()
  }

  var processIdentifier: pid_t { process.processIdentifier }

  /// Everything it has written to standard error.
  var text: String { String(decoding: FileManager.default.contents(atPath: log) ?? Data(), as: UTF8.self) }

  var lines: [String] { text.split(separator: "\n").map(String.init) }

  func signal(_ number: Int32) { kill(process.processIdentifier, number) }

  /// Waits until the log holds `words` at least so many times.
  func wait(forLog words: String, times: Int = 1, _ location: SourceLocation = #_sourceLocation) async throws {
    try await Wait.until("“\(words)” in the log", location, log: { self.text }) {
      self.text.components(separatedBy: words).count > times
    }
  }

  /// Waits until it has ended and tells its exit code, 128 + n for a signal n.
  func exitCode(_ location: SourceLocation = #_sourceLocation) async throws -> Int32 {
    try await Wait.until("the end", location, log: { self.text }) { !self.process.isRunning }
    return process.terminationReason == .exit ? process.terminationStatus : 128 + process.terminationStatus
  }

  /// The memory it holds, in kB.
  var residentKilobytes: Int {
    let status = FileManager.default.contents(atPath: "/proc/\(processIdentifier)/status") ?? Data()
    let line = String(decoding: status, as: UTF8.self).split(separator: "\n").first { $0.hasPrefix("VmRSS:") }
    return line.flatMap { Int($0.filter(\.isNumber)) } ?? 0
  }
}

/// Waits for conditions.
enum Wait {
  /// Asks again and again until a condition holds.
  ///
  /// The time is counted in looks, not by a clock: while a busy machine keeps the test from looking, none passes.
  static func until(
    _ what: String, _ location: SourceLocation = #_sourceLocation, looks: Int = 4000, log: () -> String = { "" },
    isolation: isolated (any Actor)? = #isolation, _ condition: () throws -> Bool
  ) async throws {
    for _ in 0..<looks {
      if try condition() { return }
      try await Task.sleep(for: .milliseconds(5))
    }
    Issue.record("waited for \(what)\n\(log())", sourceLocation: location)
    throw Missing(what: what)
  }

  struct Missing: Error {
    let what: String
  }
}
