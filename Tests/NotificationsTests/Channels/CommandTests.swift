import Foundation
import HedgeModel
import Testing

@testable import Notifications

/// Programs that are run, with everything a program may do.
@Suite struct CommandTests {
  private static func message(_ text: String) -> Message { NoticeTests.message(text) }

  @Test("a program reads the message as JSON from its standard input, whatever it says", arguments: NoticeTests.hostile)
  func input(text: String) async throws {
    let folder = try TemporaryFolder()
    let program = try folder.program("tell", "cat > \"$1\"; echo \"$#\" > \"$1.count\"")
    let target = folder.file("told; touch injected $(touch injected)")
    let outcome = await CommandChannel([program, target], limit: .seconds(60)).send(Self.message(text))
    #expect(outcome == .delivered("the program ended well"))
    let told = try JSONSerialization.jsonObject(with: FileManager.default.contents(atPath: target) ?? Data())
    #expect((told as? [String: Any])?["text"] as? String == Self.message(text).text)
    // No shell has read an argument or a text.
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(
      Set(files) == ["tell", "told; touch injected $(touch injected)", "told; touch injected $(touch injected).count"])
    #expect(try String(contentsOfFile: target + ".count", encoding: .utf8) == "1\n")
    #expect(!FileManager.default.fileExists(atPath: "injected"))
  }

  @Test("a program that fails is a failure, with the last of its words made harmless")
  func failure() async throws {
    let folder = try TemporaryFolder()
    let program = try folder.program("fail", "echo first >&2; printf '\\033]0;title\\007 broken\\n' >&2; exit 3")
    guard case .failed(let words, _) = await CommandChannel([program], limit: .seconds(60)).send(Self.message("a"))
    else {
      Issue.record("it failed")
      return
    }
    #expect(words.hasPrefix("the program exited with status 3: ") && words.hasSuffix("broken"))
    #expect(!words.contains("first") && !words.unicodeScalars.contains { $0.value < 0x20 })
  }

  @Test("a program that takes too long is ended with all it has started")
  func timeLimit() async throws {
    let folder = try TemporaryFolder()
    let program = try folder.program(
      "slow", "trap '' TERM\nsleep 600 & echo $! > \(folder.file("child")); wait; sleep 600")
    let start = ContinuousClock.now
    let outcome = await CommandChannel([program], limit: .seconds(1)).send(Self.message("a"))
    #expect(outcome == .failed("the program took longer than 1 s and was ended"))
    #expect(ContinuousClock.now - start < .seconds(60))
    let child = try #require(Int32(folder.text("child").filter(\.isNumber)))
    try await waitUntil("the child is gone") { kill(child, 0) != 0 || Self.isZombie(child) }
  }

  private static func isZombie(_ process: Int32) -> Bool {
    let status = (try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)) ?? ""
    return status.isEmpty || status.contains(") Z ")
  }

  @Test("a program that writes without end and reads nothing holds up nobody")
  func noise() async throws {
    let folder = try TemporaryFolder()
    let program = try folder.program("noise", "exec 0<&-; yes | head -c 3000000; yes >&2 | head -c 10; exit 0")
    let outcome = await CommandChannel([program], limit: .seconds(2)).send(Self.message("a"))
    if case .refused = outcome { Issue.record("\(outcome)") }
  }

  @Test("a program that is not there, or may not be run, is a failure")
  func missing() async throws {
    let folder = try TemporaryFolder()
    for command in [folder.file("none"), "/", "hedgetop-no-such-program"] {
      guard case .failed(let words, _) = await CommandChannel([command]).send(Self.message("a")) else {
        Issue.record("\(command) was run")
        continue
      }
      #expect(words.contains("cannot be started"))
    }
  }

  @Test("a program gets none of the program's own variables, which may hold secrets")
  func environment() async throws {
    let folder = try TemporaryFolder()
    setenv("HEDGETOP_TEST_SECRET", "s3cret", 1)
    let program = try folder.program("environment", "env > \(folder.file("variables"))")
    _ = await CommandChannel([program], limit: .seconds(60)).send(Self.message("a"))
    #expect(folder.text("variables").contains("PATH=") && !folder.text("variables").contains("s3cret"))
  }

  @Test("the desktop is told by notify-send's arguments, one by one")
  func desktop() async throws {
    let folder = try TemporaryFolder()
    let program = try folder.program("notify-send", "printf '%s\\n' \"$@\" > \(folder.file("arguments"))")
    let outcome = await DesktopChannel(program: program, limit: .seconds(60)).send(Self.message("--help; $(id) <b>"))
    #expect(outcome == .delivered("the program ended well"))
    let arguments = folder.text("arguments").split(separator: "\n").map(String.init)
    #expect(
      arguments == [
        "--app-name=hedgetop", "--urgency=critical", "--", "--help; $(id) <b>: CRITICAL", "--help; $(id) &lt;b&gt;",
      ])
  }
}
