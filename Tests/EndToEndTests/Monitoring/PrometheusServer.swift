import Foundation
import HedgeTestSupport

/// Debian's Prometheus, reading one target once a second, with a folder and a port of its own.
final class PrometheusServer {
  static let path = "/usr/bin/prometheus"
  static let isPresent = FileManager.default.isExecutableFile(atPath: path)

  let port: Int
  private let process = Process()

  /// Starts it; whether it is ready is to be waited for.
  ///
  /// - Parameters:
  ///   - target: the port that is scraped.
  ///   - rules: a file of rules.
  init(target: Int, rules: String, in home: TemporaryHome, token: String? = nil) throws {
    guard let port = FreePort.any() else { throw CocoaError(.fileNoSuchFile) }
    self.port = port
    let authorization = token.map { "\n    authorization: {credentials: \($0)}" } ?? ""
    let configuration = try home.write(
      """
      global: {scrape_interval: 1s, evaluation_interval: 1s}
      rule_files: ["\(rules)"]
      scrape_configs:
        - job_name: hedgetop\(authorization)
          static_configs: [{targets: ["127.0.0.1:\(target)"]}]

      """, as: "prometheus.yml")
    process.executableURL = URL(filePath: Self.path)
    process.arguments = [
      "--config.file=\(configuration)", "--storage.tsdb.path=\(home.path)/prometheus",
      "--web.listen-address=127.0.0.1:\(port)", "--log.level=error",
    ]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
  }

  /// What its interface answers; nil while it does not.
  func ask(_ path: String) -> [String: Any]? {
    guard let answer = LoopbackRequest(port: port).get("/api/v1/\(path)"), answer.status == 200,
      let value = try? JSONSerialization.jsonObject(with: Data(Self.unchunked(answer).utf8)) as? [String: Any],
      value["status"] as? String == "success"
    else { return nil }
    return value["data"] as? [String: Any]
  }

  /// The values of an instant query, by their labels.
  func query(_ expression: String) -> [(labels: [String: String], value: Double)] {
    let allowed = CharacterSet.alphanumerics
    let escaped = expression.addingPercentEncoding(withAllowedCharacters: allowed) ?? ""
    let results = ask("query?query=\(escaped)")?["result"] as? [[String: Any]] ?? []
    return results.compactMap { result in
      guard let pair = result["value"] as? [Any], pair.count == 2, let text = pair[1] as? String,
        let value = Double(text)
      else { return nil }
      return (result["metric"] as? [String: String] ?? [:], value)
    }
  }

  /// Ends it and waits until it has ended.
  func stop() {
    process.terminate()
    process.waitUntilExit()
  }

  /// A body that may have been sent in chunks.
  private static func unchunked(_ answer: LoopbackRequest.Answer) -> String {
    guard answer.head.lowercased().contains("transfer-encoding: chunked") else { return answer.body }
    var rest = Array(answer.body.utf8)[...]
    var bytes: [UInt8] = []
    while let line = rest.firstIndex(of: 0x0D),
      let count = Int(String(decoding: rest[..<line], as: UTF8.self), radix: 16), count > 0
    {
      let start = line + 2
      bytes += rest[start..<min(start + count, rest.endIndex)]
      rest = rest[min(start + count + 2, rest.endIndex)...]
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
