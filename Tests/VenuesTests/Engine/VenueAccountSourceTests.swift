import FoundationEssentials
import HedgeModel
import MarketData
import Testing

@testable import Venues

@Suite struct VenueAccountSourceTests {
  private struct Reader: VenueAccountReader {
    func permissions(_ client: any VenueClient) async throws -> KeyPermissions {
      _ = try await client.read(VenueRequest(TestMarket.account))
      return KeyPermissions(canTrade: false, canWithdraw: nil)
    }

    func snapshot(instruments: [String: Instrument], _ client: any VenueClient) async throws -> AccountSnapshot {
      _ = try await client.read(VenueRequest(TestMarket.account))
      let positions = instruments.values.filter(\.isFuture).map { AccountPosition(instrument: $0.id, contracts: 3) }
      return AccountSnapshot(at: client.now, balances: ["USD": 5], positions: positions)
    }

    func fundingPayments(since start: Timestamp, _ client: any VenueClient) async throws -> [FundingPayment] {
      _ = try await client.read(VenueRequest(TestMarket.account))
      return []
    }
  }

  private struct Signer: RequestSigner {
    func sign(_ request: VenueRequest, base: String, at time: Timestamp) -> HTTPRequest {
      HTTPRequest(request, base: base)
    }
  }

  private let credentials = VenueCredentials(key: "KEY-abcdef", secret: "SECRET-ghijkl", passphrase: "PASS-mn")

  private func source(_ test: TestFeed) -> VenueAccountSource {
    test.connection.account("main", reader: Reader(), signer: Signer(), credentials: credentials)
  }

  @Test("a snapshot is read with the market's specifications, signed")
  func snapshot() async throws {
    let test = TestFeed()
    let snapshot = try await source(test).snapshot()
    #expect(snapshot.positions.map(\.instrument.symbol) == ["BTC-PERP"] && snapshot.balances == ["USD": 5])
    #expect(test.venue.count("/account") == 1)
    #expect(try await source(test).permissions().canTrade == false)
    #expect(try await source(test).fundingPayments(since: TestFeed.start).isEmpty)
  }

  @Test("an error has its place and the remedy, and never a secret, also when the venue repeats it")
  func secrets() async {
    let test = TestFeed()
    let echo = #"{"code":"key","echo":"KEY-abcdef and SECRET-ghijkl and PASS-mn"}"#
    test.venue.change { $0.answers["/account"] = [TestVenue.response(401, echo)] }
    do {
      _ = try await source(test).permissions()
      Issue.record("the key is refused")
    } catch {
      let error = error as? FeedError
      #expect(error?.place == "Test Exchange")
      #expect(
        error?.message == "the API key is refused; check it and its permissions (unknown key … and … and …)")
    }
    #expect(!"\(Redaction(credentials))".contains("SECRET"))
    var mirror = ""
    dump(Redaction(credentials), to: &mirror)
    #expect(!mirror.contains("SECRET"))
  }

  @Test("what cannot be read is an error, never an empty account")
  func down() async {
    let test = TestFeed()
    test.venue.change { $0.answers["/account"] = Array(repeating: TestVenue.response(500), count: 5) }
    await #expect(throws: FeedError(place: "Test Exchange", message: "not available at present: HTTP 500")) {
      try await source(test).snapshot()
    }
  }

  @Test("long words of a venue are cut, short secrets do not blank every word")
  func redaction() {
    let redaction = Redaction(VenueCredentials(key: "a", secret: "", passphrase: "abcd"))
    #expect(redaction.clean("a day with abcd") == "a day with …")
    #expect(redaction.clean(String(repeating: "x", count: 1000)).count == 301)
  }
}
