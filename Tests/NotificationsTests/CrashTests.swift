import Foundation
import Glibc
import HedgeTestSupport
import Journal
import MarketData
import Testing

/// A program that is killed between raising an alert and telling it tells it when it is started again.
@Suite(.onThreadOfItsOwn) struct CrashTests {
  private static let alerts = 12

  @Test("after kill -9 at random moments everything the journal has acknowledged is told by the next start")
  func killed() throws {
    let probe = try #require(Self.probePath, "NotificationCrashProbe is not beside the test binary")
    let folder = try TemporaryFolder()
    let program = try folder.program("receive", "cat >> \(folder.file("received"))")
    var random = SplitMix64(seed: 20_221_108)
    var acknowledged: [String] = []
    for round in 0..<7 {
      // Some receivers outlive the program: then nothing was told when the program is killed.
      let slow = try folder.program("stuck", "sleep 5")
      acknowledged += try Self.run(
        probe, [folder.path, round.isMultiple(of: 2) ? slow : program, "\(round)", "\(Self.alerts)"],
        killedAfter: Int.random(in: 1...Self.alerts, using: &random),
        microseconds: UInt32.random(in: 0...60_000, using: &random))
    }
    let journal = try SQLiteJournal(portfolio: "probe", folder: folder.path)
    #expect(try acknowledged.count >= 7 && !journal.deliveries().isEmpty, "the probes left nothing to tell")
    _ = try Self.run(probe, [folder.path, program, "last", "0"], killedAfter: nil, microseconds: 0)
    #expect(try journal.deliveries().isEmpty)
    let received = folder.text("received")
    for message in acknowledged { #expect(received.contains(message), "\(message) was never told") }
  }

  /// Runs the probe and returns what it has acknowledged; kills it after so many lines and a moment, unless told not to.
  private static func run(
    _ path: String, _ arguments: [String], killedAfter lines: Int?, microseconds: UInt32
  ) throws -> [String] {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    var output = Data()
    if let lines {
      while output.count(where: { $0 == UInt8(ascii: "\n") }) < lines {
        let more = pipe.fileHandleForReading.availableData
        if more.isEmpty { break }
        output += more
      }
      // Not a wait for anything: this is the random moment.
      usleep(microseconds)
      kill(process.processIdentifier, SIGKILL)
    }
    output += pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    if lines == nil { #expect(process.terminationStatus == 0) }
    return String(decoding: output, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  /// The probe is built beside the test binary.
  private static var probePath: String? {
    let own = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
    let candidates = [own, Bundle.main.bundlePath, CommandLine.arguments[0]].map {
      URL(fileURLWithPath: $0).deletingLastPathComponent().appendingPathComponent("NotificationCrashProbe").path
    }
    return candidates.first { FileManager.default.isExecutableFile(atPath: $0) }
  }
}
