import HedgeModel
import Testing

@testable import Venues

@Suite("Bybit's adapter")
struct BybitSafetyTests {
  @Test("can ask, and do nothing else: every endpoint is on the list of those that read")
  func reads() {
    let reads: Set = [
      "/v5/market/time", "/v5/market/instruments-info", "/v5/market/tickers", "/v5/market/kline",
      "/v5/market/funding/history", "/v5/market/orderbook", "/v5/market/risk-limit", "/v5/account/info",
      "/v5/account/wallet-balance", "/v5/position/list", "/v5/account/transaction-log", "/v5/user/query-api",
    ]
    #expect(Set(BybitEndpoints.all.map(\.path)) == reads)
    #expect(BybitEndpoints.all.allSatisfy { $0.method == .get })
    #expect(BybitEndpoints.all.allSatisfy { ($0.access == .open) == $0.path.hasPrefix("/v5/market/") })
  }

  @Test("signs as the venue does")
  func signature() {
    let signer = BybitSigner(VenueCredentials(key: "test_api_key", secret: "test_secret"))
    let request = VenueRequest(BybitEndpoints.positions, ["category": "linear", "symbol": "BTCUSDT"])
    let signed = signer.sign(request, base: "https://api.bybit.com", at: Timestamp(milliseconds: 1_700_000_000_000))
    #expect(signed.url == "https://api.bybit.com/v5/position/list?category=linear&symbol=BTCUSDT")
    #expect(
      signed.headers == [
        .init("X-BAPI-API-KEY", "test_api_key"), .init("X-BAPI-TIMESTAMP", "1700000000000"),
        .init("X-BAPI-RECV-WINDOW", "5000"),
        .init("X-BAPI-SIGN", "fd4f31228a46109dc6673062328693696df9a96c7ff04e6491a45e7f63a0fdd7"),
      ])
  }

  @Test("signs what is sent, encoded as it is sent")
  func encoded() {
    let signer = BybitSigner(VenueCredentials(key: "k", secret: "s"))
    let request = VenueRequest(BybitEndpoints.transactions, ["cursor": "a:1,b"])
    let signed = signer.sign(request, base: "", at: Timestamp(milliseconds: 7))
    let digest = MessageAuthentication.sha256("7k5000cursor=a%3A1%2Cb", secret: "s")
    #expect(signed.headers.last?.value == MessageAuthentication.hexadecimal(digest))
    #expect(signed.url.hasSuffix("?cursor=a%3A1%2Cb"))
  }

  @Test("shows nothing of its secret")
  func secret() {
    var text = ""
    dump(BybitSigner(VenueCredentials(key: "public", secret: "hidden")), to: &text)
    #expect(!text.contains("hidden") && !text.contains("public"))
  }

  @Test("names its markets and goes to other hosts when told so")
  func profiles() {
    #expect(
      BybitCategory.allCases.map { BybitMarket($0).profile.name } == ["bybit-spot", "bybit-linear", "bybit-inverse"])
    let other = BybitMarket(.linear, restBase: "http://localhost:1", streamBase: "ws://localhost:2")
    #expect(other.profile.restBase == "http://localhost:1")
    #expect(other.streams(for: [.perpetual("bybit-linear", "X")])[0].url == "ws://localhost:2/v5/public/linear")
  }

  @Test(
    "neither crashes on damaged messages nor takes a price from them that is none",
    .enabled(if: VenuePayloads.arePresent, VenuePayloads.absence))
  func damaged() throws {
    var mutator = ByteMutator(seed: 11)
    let entries = VenuePayloads("bybit").entries().filter { $0.file.hasPrefix("ws-") && !$0.file.contains("session") }
    var understood = 0
    for entry in entries {
      let bytes = try entry.bytes()
      let data = try entry.json()["data"]
      let symbol = data?.string("symbol") ?? data?.string("s") ?? "BTCUSDT"
      var streams = [
        BybitMarket(.linear).streams(for: [.perpetual("bybit-linear", symbol)])[0],
        BybitMarket(.spot).streams(for: [.spot("bybit-spot", symbol)])[0],
      ]
      for _ in 0..<200 {
        let damaged = mutator.mutate(bytes)
        for place in streams.indices {
          var output = StreamOutput()
          do {
            try streams[place].receive(damaged, at: Timestamp(milliseconds: 1), into: &output)
            understood += 1
          } catch {}
          #expect(output.isPositive, "\(String(decoding: damaged, as: UTF8.self))")
        }
      }
    }
    #expect(understood > 500)
  }

  @Test(
    "neither crashes on damaged answers nor takes a price from them that is none",
    .enabled(if: VenuePayloads.arePresent, VenuePayloads.absence))
  func damagedAnswers() async throws {
    var mutator = ByteMutator(seed: 12)
    let future = Instrument.perpetual("bybit-inverse", "BTCUSD", .inverse)
    let market = BybitMarket(.inverse)
    for entry in VenuePayloads("bybit").entries() where entry.path != nil && entry.file.utf8.count < 80 {
      let bytes = try entry.bytes()
      guard bytes.count < 5000 else { continue }
      for _ in 0..<100 {
        let text = String(decoding: mutator.mutate(bytes), as: UTF8.self)
        let path = entry.path.flatMap { $0.isEmpty ? nil : $0 } ?? "/v5/market/tickers"
        let client = CannedClient(now: Timestamp(milliseconds: 1_700_000_000_000), answers: [(path, text)])
        let updates = (try? await market.values(of: [future], client)) ?? []
        #expect(updates.allSatisfy { $0.isPositive })
        _ = try? await market.instruments(client)
        _ = try? await market.book(of: future, client)
        _ = try? await market.publicTiers(of: [future], client)
        _ = try? await BybitAccountReader().snapshot(instruments: [:], client)
        _ = try? await BybitAccountReader().permissions(client)
        _ = market.fault(in: HTTPResponse(status: 200), body: try? JSONText(text).root)
      }
    }
  }
}
