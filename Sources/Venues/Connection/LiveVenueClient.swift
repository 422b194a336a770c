import HedgeModel
import MarketData

/// Asks one market of a venue over a transport: waits its turn, signs, looks at statuses and the venue's own error
/// codes, and asks again where that helps.
///
/// What got no answer is asked again twice; what was one question too many when the venue wants ten seconds or less; a
/// request whose time the venue did not like once, after the venue's clock was measured anew.
public final class LiveVenueClient: VenueClient {
  /// The market it asks.
  public let market: any VenueMarket
  /// The venue's time.
  public let clock: VenueClock
  private let transport: any HTTPTransport
  private let limiter: SharedRateLimiter
  private let signer: (any RequestSigner)?
  private let pause: any Pause
  private let timeout: Duration
  private let seed: UInt64
  /// The market's limits; one as wide as any for a market without, so that it too is left alone when it asks for that.
  private let limits: [RateLimit]

  /// A client.
  ///
  /// - Parameters:
  ///   - market: what is asked.
  ///   - transport: carries the requests.
  ///   - limiter: the budgets of all clients of the program.
  ///   - clock: the venue's clock; clients of one market share it.
  ///   - signer: signs for one account; nil for what anybody may ask.
  ///   - pause: how to wait.
  ///   - timeout: how long an answer may take.
  ///   - seed: what the waits are drawn from.
  public init(
    market: any VenueMarket, transport: any HTTPTransport, limiter: SharedRateLimiter, clock: VenueClock,
    signer: (any RequestSigner)? = nil, pause: any Pause = SleepingPause(), timeout: Duration = .seconds(10),
    seed: UInt64 = 1
  ) {
    self.market = market
    self.transport = transport
    self.limiter = limiter
    self.clock = clock
    self.signer = signer
    self.pause = pause
    self.timeout = timeout
    self.seed = seed
    let profile = market.profile
    limits = profile.limits.isEmpty ? [RateLimit(profile.name, capacity: 1 << 30, per: .seconds(1))] : profile.limits
  }

  /// Now, in the venue's time.
  public var now: Timestamp { clock.now }

  /// Asks; see ``VenueClient/read(_:)``.
  public func read(_ request: VenueRequest) async throws -> JSONValue {
    try await read(request, maySynchronise: true)
  }

  /// Measures the venue's clock.
  ///
  /// - Throws: ``VenueFault`` when it does not answer.
  @discardableResult
  public func synchroniseClock() async throws -> ClockOffset {
    try await clock.synchronise(with: market, TimeReader(client: self))
  }

  /// What is left of the budgets, as far as is known.
  public var usage: [RateUsage] {
    limiter.withLimiter { limiter in
      market.profile.limits.map { limiter.usage(of: $0, at: clock.local.now()) }
    }
  }

  /// Reads the time, without measuring the clock when the venue does not like ours.
  private struct TimeReader: VenueClient {
    let client: LiveVenueClient
    var now: Timestamp { client.now }
    func read(_ request: VenueRequest) async throws -> JSONValue {
      try await client.read(request, maySynchronise: false)
    }
  }

  private func read(_ request: VenueRequest, maySynchronise: Bool) async throws -> JSONValue {
    var plan = RetryPlan(seed: seed &+ UInt64(bitPattern: clock.local.now().milliseconds))
    while true {
      do {
        return try await ask(request)
      } catch let fault as VenueFault {
        switch plan.step(after: fault) {
        case .again(let wait): try await pause.wait(wait)
        case .synchronise where maySynchronise: try await synchroniseClock()
        case .synchronise, .giveUp: throw fault
        }
      }
    }
  }

  private func ask(_ request: VenueRequest) async throws -> JSONValue {
    try await waitForTurn(request)
    let wire = try signed(request)
    let response: HTTPResponse
    do {
      response = try await transport.send(wire, timeout: timeout)
    } catch {
      throw VenueFault.unreachable(error)
    }
    return try answer(in: response)
  }

  /// Waits until the budget has room, and as long as the venue asked for when that is short.
  private func waitForTurn(_ request: VenueRequest) async throws {
    let purpose: RateLimiter.Purpose = request.endpoint.access == .signed ? .account : .market
    let own = request.endpoint.ownLimit
    while true {
      let now = clock.local.now()
      switch limiter.withLimiter({ $0.admit(request.weight, within: limits, and: own, for: purpose, at: now) }) {
      case .go: return
      case .wait(let until): try await pause.wait(until - now)
      case .shut(let until):
        guard until - now <= RetryPlan.longestWait else {
          let isBan = limiter.withLimiter { $0.isBan(limits) }
          throw isBan ? VenueFault.banned(retryAfter: until - now) : .limited(retryAfter: until - now)
        }
        try await pause.wait(until - now)
      }
    }
  }

  private func signed(_ request: VenueRequest) throws(VenueFault) -> HTTPRequest {
    let base = market.profile.restBase
    guard request.endpoint.access == .signed else { return HTTPRequest(request, base: base) }
    guard let signer else { throw .keyRefused("no key is configured for it") }
    return signer.sign(request, base: base, at: clock.now)
  }

  private func answer(in response: HTTPResponse) throws(VenueFault) -> JSONValue {
    let now = clock.local.now()
    let usage = market.usage(in: response)
    if !usage.isEmpty { limiter.withLimiter { $0.note(usage, within: limits, at: now) } }
    var body: JSONValue?
    var noJSON: DecodingFault?
    do throws(DecodingFault) { body = try JSONText(response.body).root } catch { noJSON = error }
    if let fault = market.fault(in: response, body: body)?.waiting(by: response) ?? VenueFault(status: response) {
      if let wait = fault.quarantine {
        let isBan = if case .banned = fault { true } else { false }
        limiter.withLimiter { $0.shut(limits, until: now + wait, isBan: isBan) }
      }
      throw fault
    }
    guard let body else {
      throw .notUnderstood(noJSON ?? DecodingFault("", found: "nothing", expected: "JSON"))
    }
    return body
  }
}
