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

  private let loop = EmbeddedEventLoop()
  private let reads = Reads()

  private func channel(every interval: TimeAmount) throws -> EmbeddedChannel {
    let channel = EmbeddedChannel(loop: loop)
    try channel.pipeline.syncOperations.addHandlers([reads, GatheringHandler(every: interval)])
    return channel
  }

  private func deliver(_ bytes: Int, to channel: EmbeddedChannel) throws {
    try channel.writeInbound(ByteBuffer(repeating: 65, count: bytes))
    channel.pipeline.syncOperations.read()
  }

  @Test("within an interval is read once, at an instant that is the same for all connections")
  func once() throws {
    loop.advanceTime(by: .milliseconds(1_003))
    let channel = try channel(every: .milliseconds(50))
    channel.pipeline.syncOperations.read()
    #expect(reads.count == 1, "who has not read yet reads at once")
    for _ in 0..<10 { try deliver(300, to: channel) }
    #expect(reads.count == 1)
    loop.advanceTime(by: .milliseconds(46))
    #expect(reads.count == 1, "1,049 ms")
    loop.advanceTime(by: .milliseconds(1))
    #expect(reads.count == 2, "1,050 ms")
    try deliver(300, to: channel)
    loop.advanceTime(by: .milliseconds(49))
    #expect(reads.count == 2)
    loop.advanceTime(by: .milliseconds(1))
    #expect(reads.count == 3, "1,100 ms")
    loop.advanceTime(by: .seconds(10))
    #expect(reads.count == 3, "nobody asked for more")
    _ = try channel.finish(acceptAlreadyClosed: true)
  }

  @Test("after a quiet time the next message is read as it comes")
  func quiet() throws {
    let channel = try channel(every: .milliseconds(50))
    channel.pipeline.syncOperations.read()
    loop.advanceTime(by: .seconds(5))
    try deliver(300, to: channel)
    #expect(reads.count == 2)
    _ = try channel.finish(acceptAlreadyClosed: true)
  }

  @Test("what is larger than prices is read on at once")
  func large() throws {
    let channel = try channel(every: .milliseconds(50))
    channel.pipeline.syncOperations.read()
    for _ in 0..<20 { try deliver(64 << 10, to: channel) }
    #expect(reads.count == 21)
    try deliver(1 << 10, to: channel)
    #expect(reads.count == 21, "and then waits again")
    _ = try channel.finish(acceptAlreadyClosed: true)
  }

  @Test("an interval of zero reads whenever asked")
  func none() throws {
    let channel = try channel(every: .zero)
    for _ in 0..<10 { try deliver(10, to: channel) }
    #expect(reads.count == 10)
    _ = try channel.finish(acceptAlreadyClosed: true)
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
