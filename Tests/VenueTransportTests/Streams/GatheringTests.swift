import NIOCore
import NIOEmbedded
import Testing
import VenueTestServer
import Venues

@testable import VenueTransport

/// Messages gather before they are read, and none is lost or late by more than that.
@Suite struct GatheringTests {
  /// Counts how often is read from the network.
  private final class Reads: ChannelOutboundHandler {
    typealias OutboundIn = Never
    var count = 0

    func read(context: ChannelHandlerContext) {
      count += 1
      context.read()
    }
  }

  /// A connection with a clock that is set by hand.
  private struct Bench {
    let loop = EmbeddedEventLoop()
    let reads = Reads()
    let channel: EmbeddedChannel

    init(every interval: TimeAmount, at start: TimeAmount = .zero) throws {
      channel = EmbeddedChannel(loop: loop)
      loop.advanceTime(by: start)
      try channel.pipeline.syncOperations.addHandlers([reads, GatheringHandler(every: interval)])
      channel.pipeline.syncOperations.read()
    }

    func deliver(_ bytes: Int) throws {
      try channel.writeInbound(ByteBuffer(repeating: 65, count: bytes))
      channel.pipeline.syncOperations.read()
    }

    func finish() throws { _ = try channel.finish(acceptAlreadyClosed: true) }
  }

  @Test("within an interval is read once, at an instant that is the same for all connections")
  func once() throws {
    let bench = try Bench(every: .milliseconds(50), at: .milliseconds(1_003))
    #expect(bench.reads.count == 1, "who has not read yet reads at once")
    for _ in 0..<10 { try bench.deliver(300) }
    #expect(bench.reads.count == 1)
    bench.loop.advanceTime(by: .milliseconds(46))
    #expect(bench.reads.count == 1, "1,049 ms")
    bench.loop.advanceTime(by: .milliseconds(1))
    #expect(bench.reads.count == 2, "1,050 ms")
    try bench.deliver(300)
    bench.loop.advanceTime(by: .milliseconds(49))
    #expect(bench.reads.count == 2)
    bench.loop.advanceTime(by: .milliseconds(1))
    #expect(bench.reads.count == 3, "1,100 ms")
    bench.loop.advanceTime(by: .seconds(10))
    #expect(bench.reads.count == 3, "nobody asked for more")
    try bench.finish()
  }

  @Test("after a quiet time the next message is read as it comes")
  func quiet() throws {
    let bench = try Bench(every: .milliseconds(50))
    bench.loop.advanceTime(by: .seconds(5))
    try bench.deliver(300)
    #expect(bench.reads.count == 2)
    try bench.finish()
  }

  @Test("what is larger than prices is read on at once")
  func large() throws {
    let bench = try Bench(every: .milliseconds(50))
    for _ in 0..<20 { try bench.deliver(64 << 10) }
    #expect(bench.reads.count == 21)
    try bench.deliver(1 << 10)
    #expect(bench.reads.count == 21, "and then waits again")
    try bench.finish()
  }

  @Test("an interval of zero reads whenever asked")
  func none() throws {
    let bench = try Bench(every: .zero)
    for _ in 0..<10 { try bench.deliver(10) }
    #expect(bench.reads.count == 11)
    try bench.finish()
  }

  @Test("over a real connection every message arrives whole and in order", arguments: [nil, TestCertificate.right])
  func arriving(_ certificate: TestCertificate?) async throws {
    let server = try await VenueTestServer(certificate)
    let texts = (0..<400).map { "{\"number\":\($0)}" + String(repeating: "x", count: $0 * 37 % 900) }
    server.play("/ws", texts.map { .text($0) })
    let witness = Witness()
    let connection = try Network.make().open(server.streamURL("/ws"), observer: witness)
    try await eventually { witness.seen.texts.count == texts.count }
    #expect(witness.seen.texts == texts)
    connection.close()
    #expect(try await witness.end() == .byUs)
    await server.stop()
  }
}
