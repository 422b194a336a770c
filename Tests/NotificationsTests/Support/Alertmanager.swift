import Foundation
import Glibc
import VenueTestServer

/// A real Alertmanager on this machine, for one test.
final class Alertmanager {
  /// The program as Debian installs it.
  static let program = "/usr/bin/prometheus-alertmanager"
  static var isInstalled: Bool { FileManager.default.isExecutableFile(atPath: program) }

  let url: String
  private let process = Process()
  private let folder: TemporaryFolder

  /// Starts it on a free port, alone in its cluster, and waits until it is ready.
  init() async throws {
    folder = try TemporaryFolder()
    let port = Self.freePort()
    url = "http://127.0.0.1:\(port)"
    let configuration = """
      route: {receiver: nobody, group_wait: 1s}
      receivers: [{name: nobody}]
      """
    try configuration.write(toFile: folder.file("alertmanager.yml"), atomically: true, encoding: .utf8)
    process.executableURL = URL(fileURLWithPath: Self.program)
    process.arguments = [
      "--config.file=\(folder.file("alertmanager.yml"))", "--storage.path=\(folder.file("storage"))",
      "--web.listen-address=127.0.0.1:\(port)", "--cluster.listen-address=",
    ]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    let ready = url
    try await waitUntil("Alertmanager is ready") { (try? await Self.text(of: ready + "/-/ready")) != nil }
  }

  deinit {
    process.terminate()
    process.waitUntilExit()
  }

  /// The alerts it holds as active, by their label `alert`, each with its labels and annotations.
  static func active(at url: String) async throws -> [String: [String: String]] {
    let text = try await Self.text(of: url + "/api/v2/alerts?active=true")
    let list = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]] ?? []
    return list.reduce(into: [:]) { alerts, entry in
      let labels = entry["labels"] as? [String: String] ?? [:]
      let annotations = entry["annotations"] as? [String: String] ?? [:]
      alerts[labels["alert"] ?? ""] = labels.merging(annotations) { first, _ in first }
    }
  }

  private struct Unready: Error {}

  /// By curl, which is no code under test.
  private static func text(of url: String) async throws -> String {
    let curl = Process()
    curl.executableURL = URL(fileURLWithPath: "/usr/bin/curl")
    curl.arguments = ["--silent", "--fail", "--max-time", "10", url]
    let pipe = Pipe()
    curl.standardOutput = pipe
    curl.standardError = FileHandle.nullDevice
    try curl.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    curl.waitUntilExit()
    guard curl.terminationStatus == 0 else { throw Unready() }
    return String(decoding: data, as: UTF8.self)
  }

  /// A port nobody listens on now.
  private static func freePort() -> Int {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(descriptor) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    return withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        _ = bind(descriptor, address, length)
        _ = getsockname(descriptor, address, &length)
      }
      return Int(UInt16(bigEndian: pointer.pointee.sin_port))
    }
  }
}
