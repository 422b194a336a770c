import Foundation
import HedgeModel
import Synchronization
import VenueTestServer

/// The server of one exchange that is not there: answers by path, which a test may replace by faults.
public final class FakeServer: Sendable {
  /// What is answered instead; nil where the exchange answers itself.
  public typealias Fault = @Sendable (RecordedRequest) -> ScriptedAnswer?

  /// The server itself.
  public let server: VenueTestServer
  private let fault = Mutex<Fault?>(nil)

  init(_ certificate: TestCertificate?) async throws {
    server = try await VenueTestServer(certificate)
  }

  /// The scheme and host of its questions.
  public var rest: String { server.url("") }
  /// The scheme and host of its streams.
  public var stream: String { server.streamURL("") }

  /// Answers by `fault` from now on, where it has an answer.
  public func fail(_ fault: @escaping Fault) { self.fault.withLock { $0 = fault } }

  /// Answers everything that begins with `path` like this from now on.
  public func fail(_ path: String = "/", with answer: ScriptedAnswer) {
    fail { $0.path.hasPrefix(path) ? answer : nil }
  }

  /// Answers by itself again.
  public func mend() { fault.withLock { $0 = nil } }

  func serve(_ path: String, _ answer: @escaping @Sendable (FakeQuestion) -> ScriptedAnswer) {
    server.answer(path) { request in
      self.fault.withLock { $0 }?(request) ?? answer(FakeQuestion(request))
    }
  }
}

/// What is asked of an exchange that is not there.
struct FakeQuestion {
  let request: RecordedRequest
  /// Parameters of the address, decoded.
  let parameters: [String: String]

  init(_ request: RecordedRequest) {
    self.request = request
    let items = URLComponents(string: request.target)?.queryItems ?? []
    parameters = Dictionary(items.map { ($0.name, $0.value ?? "") }, uniquingKeysWith: { $1 })
  }

  /// Body of a question that is asked by POST.
  var body: [String: Any] {
    ((try? JSONSerialization.jsonObject(with: Data(request.body))) as? [String: Any]) ?? [:]
  }

  func milliseconds(_ name: String) -> Int64? { parameters[name].flatMap { Int64($0) } }
}

/// A number as exchanges write it, as text.
func quoted(_ value: Double, _ digits: Int = 2) -> String { "\"" + String(format: "%.\(digits)f", value) + "\"" }

extension ScriptedAnswer {
  /// A list of JSON.
  static func list(_ elements: [String]) -> ScriptedAnswer {
    ScriptedAnswer(text: "[" + elements.joined(separator: ",") + "]")
  }
}
