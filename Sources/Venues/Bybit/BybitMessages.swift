/// What is said on Bybit's streams beside prices.
enum BybitMessages {
  /// Sent every 20 seconds; the answers to it differ, so anything heard counts.
  static let keepAlive = KeepAlive(.message(#"{"op":"ping"}"#), every: .seconds(20))
  /// Characters all topics of a connection may have, a little below the venue's 21,000.
  static let charactersOfConnection = 20_000
  /// Topics in a message: more are refused of spot.
  private static let batch = 10

  /// Messages that subscribe to the channels at `places`; the answers repeat which they are about.
  static func subscriptions(to places: some Collection<Int>, of channels: [StreamChannel]) -> [String] {
    batches(places) { places in
      let name = places.map(String.init).joined(separator: ",")
      return #"{"op":"subscribe","req_id":"\#(name)","args":\#(topics(places, channels))}"#
    }
  }

  /// Messages that leave the channels at `places`, and subscribe to them anew: a second subscription is refused.
  static func resubscriptions(to places: [Int], of channels: [StreamChannel]) -> [String] {
    batches(places) { #"{"op":"unsubscribe","args":\#(topics($0, channels))}"# }
      + subscriptions(to: places, of: channels)
  }

  private static func batches(_ places: some Collection<Int>, _ message: ([Int]) -> String) -> [String] {
    let places = Array(places)
    return stride(from: 0, to: places.count, by: batch).map { start in
      message(Array(places[start..<min(start + batch, places.count)]))
    }
  }

  private static func topics(_ places: [Int], _ channels: [StreamChannel]) -> String {
    JSONQuoting.list(places.map { channels[$0].name })
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

  /// Takes an answer to what was sent: only a refused subscription matters. The venue refuses a message as a whole for
  /// one topic it does not know, so the topics of it are then asked for one by one.
  static func take(
    answer root: JSONValue, of channels: [StreamChannel], into output: inout StreamOutput
  ) throws(DecodingFault) {
    guard let success = try root.flag("success") else {
      throw DecodingFault("topic", found: "nothing", expected: "a topic or an answer")
    }
    if success || root["op"]?.equals("unsubscribe") == true { return }
    let refused = (root.string("req_id") ?? "").split(separator: ",").compactMap { Int($0) }
      .filter(channels.indices.contains)
    if refused.count > 1 {
      output.replies += refused.flatMap { subscriptions(to: [$0], of: channels) }
    } else {
      output.complaints.append(String((root.string("ret_msg") ?? "refused without a word").prefix(200)))
    }
  }
}
