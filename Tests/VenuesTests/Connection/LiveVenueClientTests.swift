import HedgeModel
import MarketData
import Testing
import Venues

@Suite struct LiveVenueClientTests {
  private struct Signer: RequestSigner {
    func sign(_ request: VenueRequest, base: String, at time: Timestamp) -> HTTPRequest {
      HTTPRequest(url: "\(base)\(request.target)?at=\(time.milliseconds)")
    }
  }

  private static let start = Timestamp(milliseconds: 1_700_000_000_000)
  private let clock = ManualClock(Self.start)
  private let limiter = SharedRateLimiter()
  private let venue: TestVenue

  init() { venue = TestVenue(clock) }

  private func client(_ market: TestMarket = TestMarket(), signer: (any RequestSigner)? = nil) -> LiveVenueClient {
    LiveVenueClient(
      market: market, transport: venue, limiter: limiter, clock: VenueClock(local: clock, wall: clock),
      signer: signer, pause: ClockPause(clock: clock))
  }

  private func fault(_ client: LiveVenueClient, _ endpoint: Endpoint = TestMarket.time) async -> VenueFault? {
    do {
      _ = try await client.read(VenueRequest(endpoint))
      return nil
    } catch {
      return error as? VenueFault
    }
  }

  @Test(
    "a status that says why is told by it, and is not asked again",
    arguments: [
      (TestVenue.response(403, "<html>"), VenueFault.forbidden("HTTP 403")),
      (TestVenue.response(404), .refused(code: "HTTP 404", "no reason given")),
      (TestVenue.response(400, #"{"code":"symbol"}"#), .unknownInstrument("no such symbol")),
      (TestVenue.response(200, #"{"code":"17"}"#), .refused(code: "17", "for a reason")),
      (TestVenue.response(429, "{}", ["Retry-After": "30"]), .limited(retryAfter: .seconds(30))),
      (TestVenue.response(418, "{}", ["retry-after": "120"]), .banned(retryAfter: .seconds(120))),
    ])
  func statuses(_ response: HTTPResponse, _ expected: VenueFault) async {
    venue.change { $0.answers["/time"] = [response] }
    #expect(await fault(client()) == expected)
    #expect(venue.requests.count == 1)
  }

  @Test("a body that is no JSON is not understood")
  func noJSON() async {
    venue.change { $0.answers["/time"] = [TestVenue.response(200, "<html>")] }
    guard case .notUnderstood = await fault(client()) else { return #expect(Bool(false)) }
  }

  @Test("what got no answer is asked again twice, with growing waits", arguments: [1, 2, 3])
  func unavailable(_ failures: Int) async {
    venue.change { $0.answers["/time"] = Array(repeating: TestVenue.response(503), count: failures) }
    let fault = await fault(client())
    #expect(fault == (failures > 2 ? .unavailable("HTTP 503") : nil))
    #expect(venue.requests.count == min(failures + 1, 3))
    #expect(clock.now() - Self.start >= .milliseconds(failures == 1 ? 750 : 2250))
  }

  @Test(
    "a network that fails is tried again, one that must not be trusted is not",
    arguments: [
      (TransportFault.Kind.timedOut, 3), (.broken, 3), (.unreachable, 3), (.nameNotFound, 3), (.untrusted, 1),
      (.proxyRefused, 1),
    ])
  func unreachable(_ kind: TransportFault.Kind, _ attempts: Int) async {
    let lost = TransportFault(kind, host: "rest.test:443")
    venue.change { $0.fault = lost }
    #expect(await fault(client()) == .unreachable(lost))
    #expect(venue.requests.count == attempts)
  }

  @Test("a short Retry-After is waited for; nobody else asks meanwhile")
  func shortWait() async {
    venue.change { $0.answers["/time"] = [TestVenue.response(429, "{}", ["Retry-After": "7"])] }
    #expect(await fault(client()) == nil)
    #expect(clock.now() - Self.start >= .seconds(7))
    #expect(venue.requests.count == 2)
  }

  @Test("a ban is kept by every client of the same budget, without a request, and ends by itself")
  func ban() async {
    venue.change { $0.answers["/time"] = [TestVenue.response(418, "{}", ["Retry-After": "300"])] }
    #expect(await fault(client()) == .banned(retryAfter: .seconds(300)))
    clock.advance(by: .seconds(100))
    #expect(await fault(client()) == .banned(retryAfter: .seconds(200)))
    #expect(venue.requests.count == 1)
    clock.advance(by: .seconds(200))
    #expect(await fault(client()) == nil)
  }

  @Test("a market without limits is left alone as well when it asks for that")
  func banWithoutLimits() async {
    var market = TestMarket()
    market.limits = []
    venue.change { $0.answers["/time"] = [TestVenue.response(418)] }
    #expect(await fault(client(market)) == .banned(retryAfter: nil))
    #expect(await fault(client(market)) == .banned(retryAfter: .seconds(120)))
    #expect(venue.requests.count == 1)
  }

  @Test("a venue that says 429 without end is not asked without end")
  func limitedForever() async {
    let answer = TestVenue.response(429, "{}", ["Retry-After": "1"])
    venue.change { $0.answers["/time"] = Array(repeating: answer, count: 50) }
    #expect(await fault(client()) == .limited(retryAfter: .seconds(1)))
    #expect(venue.requests.count == 3)
  }

  @Test("a spent budget makes questions wait their turn instead of failing")
  func turn() async throws {
    let client = client()
    for _ in 0..<20 { _ = try await client.read(VenueRequest(TestMarket.listing)) }
    #expect(venue.requests.count == 20)
    #expect(clock.now() - Self.start >= .seconds(60))
    #expect(client.usage == [RateUsage("test-weight", used: 20, capacity: 100)])
  }

  @Test("what the venue's headers count is what is waited by")
  func headers() async throws {
    let client = client()
    venue.change { $0.headers = [.init("X-Used", "80")] }
    _ = try await client.read(VenueRequest(TestMarket.time))
    #expect(client.usage.first?.used == 80)
    _ = try await client.read(VenueRequest(TestMarket.time))
    #expect(clock.now() - Self.start >= .seconds(60))
  }

  @Test("a request whose time the venue does not like is sent once more, with the time measured anew")
  func clockOff() async throws {
    venue.change {
      $0.offset = .seconds(-30)
      $0.answers["/account"] = [TestVenue.response(400, #"{"code":"clock"}"#)]
    }
    let client = client(signer: Signer())
    _ = try await client.read(VenueRequest(TestMarket.account))
    #expect(client.now == clock.now() - .seconds(30))
    #expect(venue.requests.last?.url.hasSuffix("at=\(client.now.milliseconds)") ?? false)
    #expect(venue.count("/account") == 2)
  }

  @Test("a clock the venue dislikes even so is told, also when it dislikes the question for the time itself")
  func clockOffForGood() async {
    let refusal = TestVenue.response(400, #"{"code":"clock"}"#)
    venue.change { $0.answers["/account"] = [refusal, refusal, refusal] }
    #expect(await fault(client(signer: Signer()), TestMarket.account) == .clockOff("ahead of the server's time"))
    #expect(venue.count("/account") == 2)
    venue.change { $0.answers["/time"] = [refusal, refusal, refusal] }
    #expect(await fault(client()) == .clockOff("ahead of the server's time"))
  }

  @Test("without a key what needs one is not asked")
  func noKey() async {
    guard case .keyRefused = await fault(client(), TestMarket.account) else { return #expect(Bool(false)) }
    #expect(venue.requests.isEmpty)
  }

  @Test("a question nobody wants any more does not go on waiting")
  func cancelled() async {
    let client = client()
    venue.change { $0.fault = TransportFault(.timedOut, host: "rest.test") }
    let task = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      _ = try await client.read(VenueRequest(TestMarket.time))
    }
    await #expect(throws: CancellationError.self) { try await task.value }
    #expect(venue.requests.count == 1)
  }
}
