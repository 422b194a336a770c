import Testing
import VenueTestServer
import VenueTransport
import Venues

/// Hosts that are not there.
@Suite struct ReachTests {
  @Test("a host without an address is told by its name")
  func noName() async throws {
    let network = try Network.make()
    let fault = await network.fault("https://nonexistent.invalid/x")
    #expect(fault?.kind == .nameNotFound, "\(String(describing: fault))")
    #expect(fault?.host == "nonexistent.invalid:443")
    let witness = Witness()
    _ = network.open("wss://nonexistent.invalid/ws", observer: witness)
    #expect(try await witness.end().kind == .nameNotFound)
  }

  @Test("a port on which nobody listens is unreachable, with the system's words")
  func refused() async throws {
    let port = Sockets.closedPort()
    let network = try Network.make()
    let fault = await network.fault("https://localhost:\(port)/x")
    #expect(fault == TransportFault(.unreachable, host: "localhost:\(port)", detail: "Connection refused"))
    let witness = Witness()
    _ = network.open("ws://127.0.0.1:\(port)/ws", observer: witness)
    #expect(try await witness.end().kind == .unreachable)
  }
}
