import NIOCore
import Synchronization

/// What the server is to do and what was done to it; shared by all its connections.
final class ServerScripts: Sendable {
  typealias Answering = @Sendable (RecordedRequest) -> ScriptedAnswer

  private struct Contents {
    var answers: [String: Answering] = [:]
    var sessions: [String: [[SessionStep]]] = [:]
    var requests: [RecordedRequest] = []
    var records: [SessionRecord] = []
    var serverNames: [String] = []
  }

  private let contents = Mutex(Contents())

  var requests: [RecordedRequest] { contents.withLock(\.requests) }
  var records: [SessionRecord] { contents.withLock(\.records) }

  var serverNames: [String] { contents.withLock(\.serverNames) }

  func note(serverName: String) {
    contents.withLock { $0.serverNames.append(serverName) }
  }

  func set(_ path: String, answer: @escaping Answering) {
    contents.withLock { $0.answers[path] = answer }
  }

  func set(_ path: String, sessions: [[SessionStep]]) {
    contents.withLock { $0.sessions[path] = sessions }
  }

  /// Plays nothing more: answers may hold whoever holds the server. What was asked stays.
  func forget() {
    contents.withLock {
      $0.answers = [:]
      $0.sessions = [:]
    }
  }

  func answer(to request: RecordedRequest) -> ScriptedAnswer {
    let answering = contents.withLock { contents in
      contents.requests.append(request)
      return contents.answers[request.path]
    }
    return answering?(request) ?? ScriptedAnswer(404, text: "not scripted")
  }

  func hasSession(at path: String) -> Bool {
    contents.withLock { !($0.sessions[path] ?? []).isEmpty }
  }

  /// The script for the next connection to the request's path and where its record stands; the last one is played
  /// again and again.
  func begin(_ request: RecordedRequest) -> (steps: [SessionStep], place: Int) {
    contents.withLock { contents in
      contents.requests.append(request)
      contents.records.append(SessionRecord(request: request))
      let scripts = contents.sessions[request.path] ?? []
      if scripts.count > 1 { contents.sessions[request.path]?.removeFirst() }
      return (scripts.first ?? [], contents.records.count - 1)
    }
  }

  func change(_ place: Int, _ body: (inout SessionRecord) -> Void) {
    contents.withLock { body(&$0.records[place]) }
  }
}
