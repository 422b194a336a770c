import FoundationEssentials
import HedgeModel
import Testing

@testable import MarketData

@Suite("The lines of a recording")
struct RecordingFormatTests {
  @Test("come back as what was written, to the last bit", arguments: 0..<20)
  func roundTrip(seed: UInt64) throws {
    var random = RandomRecording(seed: seed)
    for number in 2..<102 {
      let entry = random.entry()
      let line = RecordingEncoder.line(entry)
      #expect(line.last == UInt8(ascii: "\n") && !line.dropLast().contains(UInt8(ascii: "\n")))
      let back = try RecordingDecoder.entry(Array(line.dropLast()), file: "r", number: number)
      #expect(back == entry)
      // Equality does not tell −0 from 0; the same bytes do.
      #expect(RecordingEncoder.line(back) == line)
    }
    let header = random.header()
    let line = RecordingEncoder.line(header)
    let back = try RecordingDecoder.header(Array(line.dropLast()), file: "r")
    #expect(back == header)
    #expect(RecordingEncoder.line(back) == line)
  }

  @Test("keep what is no number, too")
  func noNumbers() throws {
    let id = InstrumentID(venue: "v", symbol: "s")
    for value in [Double.infinity, -.infinity] {
      let entry = RecordingEntry(
        at: RandomRecording.start, feed: "v",
        content: .events([.update(MarketUpdate(instrument: id, at: RandomRecording.start, value: .mark(value)))]))
      #expect(try RecordingDecoder.entry(Array(RecordingEncoder.line(entry).dropLast()), file: "r", number: 2) == entry)
    }
  }

  @Test("are JSON that other programs read")
  func json() throws {
    struct Line: Decodable {
      let t: Int64
      let feed: String
    }
    var random = RandomRecording(seed: 5)
    for _ in 0..<500 {
      let line = try JSONDecoder().decode(Line.self, from: Data(RecordingEncoder.line(random.entry())))
      #expect(line.t == RandomRecording.start.milliseconds)
    }
  }

  @Test("are as documented")
  func documented() {
    let id = InstrumentID(venue: "v", symbol: "BTC")
    let at = Timestamp(milliseconds: 1)
    func text(_ content: RecordingEntry.Content) -> String {
      String(decoding: RecordingEncoder.line(RecordingEntry(at: at, feed: "v", content: content)), as: UTF8.self)
    }
    #expect(
      text(.events([.signal(.connected), .update(MarketUpdate(instrument: id, at: at, value: .mark(0.1)))]))
        == #"{"t":1,"feed":"v","events":[{"signal":"connected"},{"mark":"v:BTC","at":1,"price":0.1}]}"# + "\n")
    let request = HistoryRequest(instrument: id, interval: .day, count: 2, end: at)
    #expect(
      text(.bars(request, [Bar(close: at, price: 2), Bar(close: at, price: nil)]))
        == #"{"t":1,"feed":"v","bars":"v:BTC","interval":"day","count":2,"end":1,"closes":[[1,2.0],[1,null]]}"# + "\n")
  }

  @Test("that are not as they must be are refused with file, line and column", arguments: mistakes)
  func refused(line: String, column: Int, words: String) throws {
    let error = try #require(throws: FeedError.self) {
      try RecordingDecoder.entry(Array(line.utf8), file: "hedge.jsonl", number: 7)
    }
    #expect(error.place == "hedge.jsonl:7:\(column)", "\(error)")
    #expect(error.message.contains(words), "\(error)")
  }

  private static let mistakes: [(String, Int, String)] = [
    ("", 1, "expected an object"), ("[]", 1, "expected an object"), (#"{"t":1}"#, 8, "t or feed is missing"),
    (#"{"t":1,"feed":"v"}"#, 19, "expected events, bars"),
    (#"{"t":1,"feed":"v","events":[]} x"#, 32, "end of the line"),
    (#"{"t":1.5,"feed":"v","events":[]}"#, 6, "whole number"),
    (#"{"t":1,"t":1,"feed":"v","events":[]}"#, 8, "comes twice"),
    (#"{"t":1,"feed":"v","events":[],"else":1}"#, 31, "none that is known"),
    (#"{"t":1,"feed":"v","events":[],"count":1}"#, 41, "nothing beside"),
    (#"{"t":99999999999999999,"feed":"v","events":[]}"#, 6, "expected an instant"),
    (#"{"t":1,"feed":"v","events":[{"mark":"v:B","at":1}]}"#, 29, "a field of this mark is missing"),
    (#"{"t":1,"feed":"v","events":[{"mark":"v:B","at":1,"price":1,"bid":1}]}"#, 29, "fields of one event"),
    (#"{"t":1,"feed":"v","events":[{"mark":"v:B","index":"v:B","at":1,"price":1}]}"#, 51, "second sort"),
    (#"{"t":1,"feed":"v","events":[{"quote":"v:B","at":1,"price":0}]}"#, 29, "a field of this quote"),
    (#"{"t":1,"feed":"v","events":[{"mark":"B","at":1,"price":1}]}"#, 37, "venue:symbol"),
    (#"{"t":1,"feed":"v","events":[{"mark":"v:B","at":1,"price":"1"}]}"#, 58, "expected a number"),
    (#"{"t":1,"feed":"v","events":[{"mark":"v:B","at":1,"price":1e999}]}"#, 58, "expected a number"),
    (#"{"t":1,"feed":"v","events":[{"book":"v:B","at":1,"bids":[["1"]],"asks":[]}]}"#, 63, "too short"),
    (#"{"t":1,"feed":"v","events":[{"book":"v:B","at":1,"bids":[["1","x"]],"asks":[]}]}"#, 63, "text of digits"),
    (#"{"t":1,"feed":"v","events":[{"signal":"else"}]}"#, 29, "a field of this signal"),
    (#"{"t":1,"feed":"v","bars":"v:B","interval":"week","count":1,"end":1,"closes":[]}"#, 43, "hour, day"),
    (#"{"t":1,"feed":"v","stamps":"v:B","since":1}"#, 44, "payments, or why"),
  ]

  @Test("that were damaged are refused, or read as what they say now", arguments: 0..<20)
  func mutated(seed: UInt64) {
    var random = RandomRecording(seed: seed)
    var noise = SplitMix64(seed: seed ^ 0xABCD)
    for _ in 0..<200 {
      var line = Array(RecordingEncoder.line(random.entry()).dropLast())
      damage(&line, &noise)
      if let entry = try? RecordingDecoder.entry(line, file: "r", number: 2) {
        let told = Array(RecordingEncoder.line(entry).dropLast())
        #expect(
          (try? RecordingDecoder.entry(told, file: "r", number: 2)) == entry,
          "\(String(decoding: line, as: UTF8.self)) is told as \(String(decoding: told, as: UTF8.self))")
      }
      var header = Array(RecordingEncoder.line(random.header()).dropLast())
      damage(&header, &noise)
      if let header = try? RecordingDecoder.header(header, file: "r") {
        let told = Array(RecordingEncoder.line(header).dropLast())
        #expect(
          (try? RecordingDecoder.header(told, file: "r")) == header,
          "\(String(decoding: line, as: UTF8.self)) is told as \(String(decoding: told, as: UTF8.self))")
      }
    }
  }

  /// Changes, takes out, doubles and inserts bytes, and cuts the end.
  private func damage(_ line: inout [UInt8], _ random: inout SplitMix64) {
    for _ in 0..<Int.random(in: 1...4, using: &random) where !line.isEmpty {
      let index = Int.random(in: 0..<line.count, using: &random)
      switch Int.random(in: 0..<6, using: &random) {
      case 0: line[index] = UInt8.random(in: 0...255, using: &random)
      case 1: line.remove(at: index)
      case 2: line.insert(contentsOf: line[index..<min(line.count, index + 9)], at: index)
      case 3: line.insert(Array("{}[]\",:0e-.\\u".utf8).randomElement(using: &random) ?? 0, at: index)
      case 4: line[index] = Array("0123456789".utf8).randomElement(using: &random) ?? 0
      default: line.removeSubrange(index...)
      }
    }
  }
}
