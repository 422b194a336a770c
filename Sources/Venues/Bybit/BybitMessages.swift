/// What is said on Bybit's streams beside prices.
enum BybitMessages {
  /// Sent every 20 seconds; the answers to it differ, so anything heard counts.
  static let keepAlive = KeepAlive(.message(#"{"op":"ping"}"#), every: .seconds(20))
  /// Characters all topics of a connection may have, a little below the venue's 21,000.
  static let charactersOfConnection = 20_000

  /// Messages that subscribe to `topics` or unsubscribe from them, at most `batch` in each.
  static func subscription(_ operation: String, to topics: [String], batch: Int) -> [String] {
    stride(from: 0, to: topics.count, by: batch).map { start in
      let topics = Array(topics[start..<min(start + batch, topics.count)])
      return #"{"op":"\#(operation)","args":\#(JSONQuoting.list(topics))}"#
    }
  }

  /// `items` in runs whose topics fit on one connection.
  static func connections<Item>(_ items: [Item], topic: (Item) -> String) -> [[Item]] {
    var runs: [[Item]] = []
    var room = 0
    for item in items {
      let length = topic(item).utf8.count + 3
      if room < length {
        runs.append([])
        room = charactersOfConnection
      }
      runs[runs.count - 1].append(item)
      room -= length
    }
    return runs
  }

  /// Takes an answer to what was sent: only a refusal matters.
  static func take(answer root: JSONValue, into output: inout StreamOutput) throws(DecodingFault) {
    guard let success = try root.flag("success") else {
      throw DecodingFault("topic", found: "nothing", expected: "a topic or an answer")
    }
    if !success { output.complaints.append(String((root.string("ret_msg") ?? "refused without a word").prefix(200))) }
  }
}
