import HedgeModel
import Synchronization

@testable import Venues

/// A venue that answers from a list and remembers what it was asked.
///
/// An answer's `path` is an endpoint's path, `/fapi/v1/klines`; it may go on with parameters the request must have,
/// `/fapi/v1/klines?symbol=BTCUSDT&limit=5` (percent-encoded, in any order, others may stand beside them), and after a
/// space with a text that must be in the request's body: `/info "type":"meta"`. Of several answers that fit, the first
/// that has not been given is given, so that pages are written one after the other; when all have been, the last again.
final class CannedClient: VenueClient {
  /// A question nothing was written down for.
  struct NoAnswer: Error, CustomStringConvertible {
    let description: String
  }

  private struct State {
    var requests: [VenueRequest] = []
    var given: Set<Int> = []
  }

  let now: Timestamp
  private let answers: [(path: String, text: String)]
  private let faults: [String: VenueFault]
  private let state = Mutex(State())

  /// - Parameter faults: by endpoint path: what is thrown instead of an answer.
  init(now: Timestamp, answers: [(path: String, text: String)] = [], faults: [String: VenueFault] = [:]) {
    self.now = now
    self.answers = answers
    self.faults = faults
  }

  /// What was asked, in order.
  var requests: [VenueRequest] { state.withLock { $0.requests } }

  /// The paths with their parameters that were asked for, in order.
  var targets: [String] { requests.map(\.target) }

  func read(_ request: VenueRequest) async throws -> JSONValue {
    let answer = state.withLock { state -> String? in
      state.requests.append(request)
      let fitting = answers.indices.filter { Self.fits(answers[$0].path, request) }
      let chosen = fitting.first { !state.given.contains($0) } ?? fitting.last
      if let chosen { state.given.insert(chosen) }
      return chosen.map { answers[$0].text }
    }
    if let fault = faults[request.endpoint.path] { throw fault }
    guard let answer else { throw NoAnswer(description: "\(request.target) \(request.body ?? "")") }
    return try JSONText(answer).root
  }

  private static func fits(_ answer: String, _ request: VenueRequest) -> Bool {
    let parts = answer.split(separator: " ", maxSplits: 1)
    let address = parts[0].split(separator: "?", maxSplits: 1)
    guard address[0] == request.endpoint.path else { return false }
    let asked = request.encodedQuery.split(separator: "&")
    let wanted = address.count > 1 ? address[1].split(separator: "&") : []
    guard wanted.allSatisfy(asked.contains) else { return false }
    return parts.count == 1 || request.body?.contains(parts[1]) == true
  }
}
