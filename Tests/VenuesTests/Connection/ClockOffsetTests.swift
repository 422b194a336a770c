import HedgeModel
import MarketData
import Testing

@testable import Venues

@Suite struct ClockOffsetTests {
  private let start = Timestamp(milliseconds: 1_700_000_000_000)

  @Test("of several readings the one with the smallest round trip counts, dated in its middle")
  func smallestRoundTrip() {
    var offset = ClockOffset()
    offset.note(sent: start, server: start + .seconds(9), received: start + .seconds(2))
    offset.note(sent: start, server: start + .milliseconds(5050), received: start + .milliseconds(100))
    offset.note(sent: start, server: start + .seconds(1), received: start + .seconds(1))
    #expect(offset.offset == .seconds(5))
    #expect(offset.roundTrip == .milliseconds(100))
  }

  @Test("a reading that came before it was asked for is none")
  func backwards() {
    var offset = ClockOffset()
    offset.note(sent: start, server: start, received: start - .seconds(1))
    #expect(offset.roundTrip == nil && offset.offset == .zero)
  }

  @Test(
    "half a minute is told with its direction; a second is not worth a word",
    arguments: [
      (30.0, "30 s behind that of Binance"), (-30, "30 s ahead of that of Binance"), (5, "5 s behind"), (1, ""),
      (-4, ""),
    ])
  func words(_ seconds: Double, _ words: String) {
    var offset = ClockOffset()
    offset.note(sent: start, server: start + .milliseconds(Int64(seconds * 1000)), received: start)
    let warning = offset.warning(of: "Binance") ?? ""
    #expect(words.isEmpty ? warning.isEmpty : warning.contains(words), "\(warning)")
  }

  @Test("what is told is the distance from the machine's clock, also when that was set since the start")
  func wallClock() async throws {
    let local = ManualClock(start)
    let wall = ManualClock(start + .seconds(30))
    let venue = TestVenue(local)
    venue.change { $0.offset = .seconds(30) }
    let clock = VenueClock(local: local, wall: wall)
    let client = LiveVenueClient(
      market: TestMarket(), transport: venue, limiter: SharedRateLimiter(), clock: clock,
      pause: ClockPause(clock: local))
    let offset = try await client.synchroniseClock()
    #expect(offset.offset == .zero && offset.warning(of: "it") == nil)
    #expect(clock.now == start + .seconds(30))
    #expect(clock.wallTime(of: start + .seconds(4)) == start + .seconds(34))
    #expect(clock.measurement == offset)
  }
}
