import HedgeModel
import MarketData
import Synchronization
import Venues

/// A venue of its own small world that answers the questions of a ``TestMarket`` by a clock set by hand.
final class TestVenue: HTTPTransport {
  struct State {
    /// What all questions get instead of an answer.
    var fault: TransportFault?
    /// What the next questions to a path get instead of an answer; the last stays when `staysLast`.
    var answers: [String: [HTTPResponse]] = [:]
    var offset = Duration.zero
    var price = 100.0
    /// The time between fundings that present values tell; nil for none.
    var fundingHours: Int?
    var headers: [VenueRequest.Parameter] = []
    var symbols = ["BTC-USD", "BTC-PERP"]
    var missingBars: Set<Timestamp> = []
    var stamps: [Timestamp] = []
    var requests: [HTTPRequest] = []
    /// Done before the next answer to this path, once.
    var before: (path: String, body: @Sendable () -> Void)?
  }

  let clock: ManualClock
  private let state = Mutex(State())

  init(_ clock: ManualClock) {
    self.clock = clock
  }

  func change(_ body: (inout State) -> Void) { state.withLock { body(&$0) } }

  var requests: [HTTPRequest] { state.withLock { $0.requests } }

  func count(_ path: String) -> Int { requests.count { $0.url.hasPrefix("https://rest.test\(path)") } }

  func send(_ request: HTTPRequest, timeout: Duration) async throws(TransportFault) -> HTTPResponse {
    let before = state.withLock { state -> (@Sendable () -> Void)? in
      guard let before = state.before, request.url.hasPrefix("https://rest.test\(before.path)") else { return nil }
      state.before = nil
      return before.body
    }
    before?()
    let now = clock.now()
    let result: Result<HTTPResponse, TransportFault> = state.withLock { state in
      state.requests.append(request)
      if let fault = state.fault { return .failure(fault) }
      let target = request.url.dropFirst("https://rest.test".count)
      let path = String(target.prefix { $0 != "?" })
      if let canned = state.answers[path]?.first {
        state.answers[path]?.removeFirst()
        return .success(canned)
      }
      let body = Self.body(path, Self.query(target), state, at: now + state.offset)
      return .success(HTTPResponse(status: 200, headers: state.headers, body: Array(body.utf8)))
    }
    return try result.get()
  }

  static func response(_ status: Int, _ body: String = "{}", _ headers: KeyValuePairs<String, String> = [:])
    -> HTTPResponse
  {
    HTTPResponse(status: status, headers: headers.map { .init($0.key, $0.value) }, body: Array(body.utf8))
  }

  private static func query(_ target: Substring) -> [String: String] {
    guard let mark = target.firstIndex(of: "?") else { return [:] }
    let pairs = target[target.index(after: mark)...].split(separator: "&").map { $0.split(separator: "=") }
    return Dictionary(pairs.filter { $0.count == 2 }.map { (String($0[0]), String($0[1])) }) { $1 }
  }

  private static func body(_ path: String, _ query: [String: String], _ state: State, at now: Timestamp) -> String {
    switch path {
    case "/time": return "{\"time\":\(now.milliseconds)}"
    case "/instruments": return "[" + state.symbols.map { "\"\($0)\"" }.joined(separator: ",") + "]"
    case "/values":
      let symbols = (query["symbols"] ?? "").split(separator: "%2C")
      let hours = state.fundingHours.map { ",\"h\":\($0)" } ?? ""
      let values = symbols.map { "{\"s\":\"\($0)\",\"p\":\(state.price),\"t\":\(now.milliseconds)\(hours)}" }
      return "[\(values.joined(separator: ","))]"
    case "/bars":
      let length = query["interval"] == "day" ? 86_400_000 : 3_600_000
      let (from, to) = (Int(query["from"] ?? "") ?? 0, Int(query["to"] ?? "") ?? 0)
      let closes = stride(from: from + length, through: min(to, Int(now.milliseconds)), by: length)
      let bars = closes.filter { !state.missingBars.contains(Timestamp(milliseconds: Int64($0))) }
        .map { "{\"t\":\($0),\"p\":\(state.price)}" }
      return "[\(bars.joined(separator: ","))]"
    case "/funding":
      let since = Int64(query["since"] ?? "") ?? 0
      let stamps = state.stamps.filter { $0.milliseconds > since && $0 <= now }
      return "[" + stamps.map { "{\"t\":\($0.milliseconds),\"r\":0.0001}" }.joined(separator: ",") + "]"
    default: return "{}"
    }
  }
}
