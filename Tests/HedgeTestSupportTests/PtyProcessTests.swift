import Glibc
import HedgeTestSupport
import TerminalCells
import Testing

@Suite("Programs in pseudo-terminals")
struct PtyProcessTests {
  private let size = Size(columns: 40, rows: 5)

  @Test("a program's words, status and size are seen")
  func runs() async throws {
    let program = try PtyProcess("/bin/sh", arguments: ["-c", "stty size; echo $TERM; exit 7"], size: size)
    #expect(try await program.waitForExit() == .exited(7))
    #expect(program.screen.emulator.text.prefix(2) == ["5 40", "xterm-256color"])
  }

  @Test(
    "what the sanitizers go by is handed on, and nothing where nothing is set",
    arguments: ["ASAN_OPTIONS", "LSAN_OPTIONS", "TSAN_OPTIONS", "UBSAN_OPTIONS"])
  func sanitized(variable: String) async throws {
    let own = getenv(variable).map { String(cString: $0) }
    let program = try PtyProcess(
      "/bin/sh", arguments: ["-c", #"test "${\#(variable)-unset}" = "$1""#, "sh", own ?? "unset"], environment: [:],
      size: size)
    #expect(try await program.waitForExit() == .exited(0))
  }

  @Test("what is typed arrives, and signals end it")
  func types() async throws {
    let program = try PtyProcess("/bin/cat", size: size)
    program.screen.send("β = 1\r")
    try await program.screen.wait(for: "the echo and the copy") { $0.text.prefix(2) == ["β = 1", "β = 1"] }
    try await program.signal(15)
    #expect(try await program.waitForExit() == .killed(signal: 15))
    #expect(program.screen.settings == program.initialSettings)
  }

  @Test("a program that is not there is told, not waited for")
  func missing() async throws {
    let program = try PtyProcess("/no/such/program", size: size)
    #expect(try await program.waitForExit() == .failed(errno: 2))
  }

  @Test("a wait that is in vain fails with the screen, in its time")
  func vain() async throws {
    let program = try PtyProcess("/bin/sh", arguments: ["-c", "echo here; cat"], size: size)
    try await program.screen.wait(forText: "here")
    await #expect {
      try await program.screen.wait(forText: "never", within: .milliseconds(20))
    } throws: { error in
      "\(error)".contains("|here")
    }
  }
}
