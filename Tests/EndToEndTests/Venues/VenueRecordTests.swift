import FakeExchange
import Foundation
import HedgeTestSupport
import Testing
import VenueTestServer

/// The built program, recording exchanges of this machine.
@Suite("hedgetop record, built, on exchanges", .serialized, .onThreadOfItsOwn)
struct VenueRecordTests {
  /// A line of what streams said, as the file has it.
  private struct Line {
    let time: String
    let feed: String
    let url: String
    let text: String
  }

  /// The lines of a file that are whole, while it is being written too.
  private static func lines(of file: String) throws -> [Line] {
    let text = FileManager.default.contents(atPath: file).map { String(decoding: $0, as: UTF8.self) } ?? ""
    return try text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map { line in
      let object = JSONPath(try JSONSerialization.jsonObject(with: Data(line.utf8)))
      let time = try #require(object["t"].value)
      return Line(
        time: "\(time)", feed: try #require(object["feed"].text), url: try #require(object["url"].text),
        text: try #require(object["text"].text))
    }
  }

  /// The prices of a coin that Coinbase's messages among these tell.
  private static func prices(of product: String, in lines: [Line]) throws -> [Double] {
    try lines.filter { $0.feed == "coinbase" }.compactMap { line in
      let message = JSONPath(try JSONSerialization.jsonObject(with: Data(line.text.utf8)))
      guard message["type"].text == "ticker", message["product_id"].text == product else { return nil }
      return message["price"].text.flatMap(Double.init)
    }
  }

  /// Whether a recording has gone beyond the past.
  private static func holdsEvents(_ file: String) -> Bool {
    FileManager.default.contents(atPath: file).map { $0.range(of: Data("\"events\"".utf8)) != nil } ?? false
  }

  /// The messages that bear a number of their own.
  private static func numbered(_ lines: [Line]) -> [String] {
    lines.map(\.text).filter { $0.contains("\"sequence\":") }
  }

  @Test("--raw writes what the streams said word for word, of every exchange, and of nothing else; it can be played")
  func raw() async throws {
    let home = try await VenueHome()
    let mover = Task { [market = home.exchanges.market] in
      while !Task.isCancelled {
        market.step()
        try? await Task.sleep(for: .milliseconds(100))
      }
    }
    defer { mover.cancel() }
    let file = "\(home.home.path)/hedge.jsonl"
    let exchanges = home.exchanges
    let hosts = [
      "coinbase": exchanges.coinbase.http.stream, "binance-usdm": exchanges.binance.http.stream,
      "hyperliquid": exchanges.hyperliquid.http.stream,
    ]
    let recorder = try ServiceProcess(command: "record", ["-c", home.file, "--out", file, "--raw"], in: home.home)
    try await Wait.until("words of all, and prices that moved", log: { recorder.text }) {
      let lines = try Self.lines(of: file + ".raw")
      let prices = Set(try Self.prices(of: "BTC-USD", in: lines))
      return Set(lines.map(\.feed)).count == hosts.count && Self.numbered(lines).count > 10 && prices.count > 3
        && Self.holdsEvents(file)
    }
    recorder.signal(SIGINT)
    #expect(try await recorder.exitCode() == 0)
    #expect(recorder.text == "")
    #expect(FileManager.default.contents(atPath: file + ".raw")?.last == UInt8(ascii: "\n"), "the last line is whole")
    let lines = try Self.lines(of: file + ".raw")
    #expect(Set(lines.map(\.feed)) == Set(hosts.keys))
    for line in lines {
      #expect(line.url.hasPrefix(hosts[line.feed] ?? "?"), "\(line.url)")
      #expect(throws: Never.self, "\(line.text)") { try JSONSerialization.jsonObject(with: Data(line.text.utf8)) }
    }
    #expect(lines.map(\.time) == lines.map(\.time).sorted(), "in the order they came")
    // Each message bears another number: none is written twice, and none is another's.
    let numbered = Self.numbered(lines)
    #expect(Set(numbered).count == numbered.count)
    let told = Set(exchanges.market.told(of: "BTC").map(\.price))
    let prices = try Self.prices(of: "BTC-USD", in: lines)
    #expect(prices.allSatisfy(told.contains), "prices that were told")
    await exchanges.stop()
    let price = try await Self.playedPrice(file, in: home)
    // Perhaps the answer to a question, as each stream begins with one; of those the raw file knows nothing.
    #expect(told.contains(price), "what is played is among what was told: \(price)")
    try home.expectNothingLeaked()
  }

  @Test("ended while an exchange lets it wait for the past, it ends in order, and what was said until then is whole")
  func endedWhileReading() async throws {
    let home = try await VenueHome()
    let asked = AsyncStream.makeStream(of: Void.self)
    home.exchanges.hyperliquid.http.fail { request in
      guard String(decoding: request.body, as: UTF8.self).contains("fundingHistory") else { return nil }
      asked.continuation.yield()
      return .silence
    }
    let file = "\(home.home.path)/hedge.jsonl"
    let recorder = try ServiceProcess(command: "record", ["-c", home.file, "--out", file, "--raw"], in: home.home)
    var questions = asked.stream.makeAsyncIterator()
    _ = await questions.next()
    try await Wait.until("words of a stream", log: { recorder.text }) {
      try Self.lines(of: file + ".raw").count > 3
    }
    recorder.signal(SIGINT)
    #expect(try await recorder.exitCode() == 0)
    #expect(recorder.text == "")
    for name in [file, file + ".raw"] {
      #expect(FileManager.default.contents(atPath: name)?.last == UInt8(ascii: "\n"), "\(name)")
    }
    let header = try #require(try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n").first)
    #expect(header.contains("hyperliquid"))
    await home.exchanges.stop()
  }

  /// The price of bitcoin at the end of a recording, played without any exchange.
  private static func playedPrice(_ file: String, in home: VenueHome) async throws -> Double {
    let text = try #require(FileManager.default.contents(atPath: home.file).map { String(decoding: $0, as: UTF8.self) })
    let replay = try home.home.write(
      text.replacing(
        "kind = \"venues\"\nspot = \"coinbase\"", with: "kind = \"replay\"\nrecording = \"\(file)\"\nspeed = 100"),
      as: "replay.toml")
    let (run, status) = try await home.json("status", "--json", "--wait", "1", "-c", replay)
    #expect(run.status == 0, "\(run.errors)")
    return try #require(status["strategies"][0]["holdings"][0]["price"].number)
  }
}
