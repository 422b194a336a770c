import Foundation
import HedgeModel
import Testing

@testable import Notifications

@Suite struct LogFileTests {
  private static func message(_ texts: String...) -> Message {
    Message(texts.map { DispatchBench.notice($0) }, at: Timestamp(seconds: 1_700_000_000))
  }

  @Test("each notice is a line of JSON, in a file of its owner only, at its end")
  func json() async throws {
    let folder = try TemporaryFolder()
    let channel = LogFileChannel(path: folder.file("alerts.jsonl"), format: .json)
    _ = await channel.send(Self.message("a", "b"))
    _ = await channel.send(Self.message("c"))
    let texts = try folder.text("alerts.jsonl").split(separator: "\n").map { line in
      (try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])?["text"] as? String
    }
    #expect(texts == ["a", "b", "c"])
    let mode = try FileManager.default.attributesOfItem(atPath: folder.file("alerts.jsonl"))[.posixPermissions]
    #expect(mode as? Int == 0o600)
  }

  @Test("text is for people")
  func text() async throws {
    let folder = try TemporaryFolder()
    _ = await LogFileChannel(path: folder.file("alerts.log"), format: .text).send(Self.message("drift +0.06"))
    let line = folder.text("alerts.log")
    #expect(line.hasPrefix("2023-11-14T22:13:20") && line.hasSuffix(" WARNING raised drift +0.06 Book: drift +0.06\n"))
  }

  @Test("a file that was rotated away is made again")
  func rotated() async throws {
    let folder = try TemporaryFolder()
    let channel = LogFileChannel(path: folder.file("alerts.log"), format: .text)
    _ = await channel.send(Self.message("a"))
    try FileManager.default.moveItem(atPath: folder.file("alerts.log"), toPath: folder.file("alerts.log.1"))
    _ = await channel.send(Self.message("b"))
    #expect(folder.text("alerts.log.1").hasSuffix("a\n") && folder.text("alerts.log").hasSuffix("b\n"))
  }

  @Test("a place that cannot be written, or is no file, is a failure with the place")
  func unwritable() async throws {
    let folder = try TemporaryFolder()
    mkfifo(folder.file("pipe"), 0o600)
    for path in [folder.file("none/alerts.log"), folder.path, folder.file("pipe")] {
      guard case .failed(let words, _) = await LogFileChannel(path: path, format: .text).send(Self.message("a")) else {
        Issue.record("\(path) was written")
        continue
      }
      #expect(words.contains(path))
    }
  }
}
