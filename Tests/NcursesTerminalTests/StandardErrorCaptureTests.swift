import Glibc
import Testing

@testable import NcursesTerminal

@Suite("Captured standard error")
@MainActor
struct StandardErrorCaptureTests {
  @Test("what is written meanwhile appears at the end, complete and once")
  func handsOver() throws {
    var ends: [CInt] = [0, 0]
    #expect(pipe(&ends) == 0)
    defer { ends.forEach { close($0) } }
    let capture = try #require(StandardErrorCapture(descriptor: ends[1]))
    writeAll("one\ntwo\n".utf8, to: ends[1])
    var state = pollfd(fd: ends[0], events: Int16(POLLIN), revents: 0)
    #expect(poll(&state, 1, 0) == 0)
    capture.finish()
    capture.finish()
    writeAll("three".utf8, to: ends[1])
    var buffer = [UInt8](repeating: 0, count: 100)
    let count = read(ends[0], &buffer, buffer.count)
    #expect(String(decoding: buffer[..<max(0, count)], as: UTF8.self) == "one\ntwo\nthree")
  }
}
