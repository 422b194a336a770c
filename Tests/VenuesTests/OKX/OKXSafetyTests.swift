import HedgeModel
import Testing

@testable import Venues

@Suite("OKX's adapter")
struct OKXSafetyTests {
  @Test("can ask, and do nothing else: every endpoint is on the list of those that read")
  func reads() {
    let reads: Set = [
      "/api/v5/public/time", "/api/v5/public/instruments", "/api/v5/market/tickers", "/api/v5/market/ticker",
      "/api/v5/public/mark-price", "/api/v5/market/index-tickers", "/api/v5/public/funding-rate",
      "/api/v5/public/funding-rate-history", "/api/v5/market/candles", "/api/v5/market/history-candles",
      "/api/v5/market/books", "/api/v5/public/position-tiers", "/api/v5/account/config", "/api/v5/account/balance",
      "/api/v5/account/positions", "/api/v5/account/bills", "/api/v5/account/bills-archive",
    ]
    #expect(Set(OKXEndpoints.all.map(\.path)) == reads)
    #expect(OKXEndpoints.all.allSatisfy { $0.method == .get })
    #expect(OKXEndpoints.all.allSatisfy { ($0.access == .signed) == $0.path.hasPrefix("/api/v5/account/") })
  }

  @Test("signs as the venue does")
  func signature() {
    let secret = "chNOOS4KvNXR_Xq4k4c9qsfoKWvnDecLATCRlcBwyKDYnWgO"
    let signer = OKXSigner(VenueCredentials(key: "key", secret: secret, passphrase: "pass"))
    let signed = signer.sign(
      VenueRequest(OKXEndpoints.balance), base: "https://www.okx.com", at: Timestamp(milliseconds: 1_607_418_537_715))
    #expect(signed.url == "https://www.okx.com/api/v5/account/balance")
    #expect(
      signed.headers == [
        .init("OK-ACCESS-KEY", "key"), .init("OK-ACCESS-SIGN", "PJ61e1nb2F2Qd7D8SPiaIcx2gjdELc+o0ygzre9z33k="),
        .init("OK-ACCESS-TIMESTAMP", "2020-12-08T09:08:57.715Z"), .init("OK-ACCESS-PASSPHRASE", "pass"),
      ])
  }

  @Test("signs the parameters with the path, as they are sent")
  func parameters() {
    let signer = OKXSigner(VenueCredentials(key: "k", secret: "s", passphrase: "p"))
    let signed = signer.sign(VenueRequest(OKXEndpoints.bills, ["type": "8"]), base: "", at: Timestamp(milliseconds: 5))
    let text = "1970-01-01T00:00:00.005ZGET/api/v5/account/bills?type=8"
    #expect(signed.headers[1].value == MessageAuthentication.base64(MessageAuthentication.sha256(text, secret: "s")))
  }

  @Test("writes every millisecond as it is", arguments: [0, 1, 9, 10, 99, 100, 999])
  func stamps(milliseconds: Int64) {
    let fraction = "\(1000 + milliseconds)".dropFirst()
    #expect(
      OKXSigner.stamp(Timestamp(milliseconds: 1_607_418_537_000 + milliseconds)) == "2020-12-08T09:08:57.\(fraction)Z")
  }

  @Test("shows nothing of its secret")
  func secret() {
    var text = ""
    dump(OKXSigner(VenueCredentials(key: "public", secret: "hidden", passphrase: "word")), to: &text)
    #expect(!text.contains("hidden") && !text.contains("public") && !text.contains("word"))
  }

  @Test(
    "neither crashes on damaged messages nor takes a price from them that is none",
    .enabled(if: VenuePayloads.arePresent, VenuePayloads.absence))
  func damaged() throws {
    var mutator = ByteMutator(seed: 21)
    let entries = VenuePayloads("okx").entries().filter { $0.file.hasPrefix("ws-") && !$0.file.contains("session") }
    var understood = 0
    for entry in entries {
      let bytes = try entry.bytes()
      let symbol = (try entry.json())["arg"]?.string("instId") ?? "BTC-USDT-SWAP"
      var stream = OKXMarket().streams(for: [OKXValuesTests.instrument(symbol)])[0]
      for _ in 0..<200 {
        let damaged = mutator.mutate(bytes)
        var output = StreamOutput()
        do {
          try stream.receive(damaged, at: Timestamp(milliseconds: 1), into: &output)
          understood += 1
        } catch {}
        #expect(output.isPositive, "\(String(decoding: damaged, as: UTF8.self))")
      }
    }
    #expect(understood > 500)
  }

  @Test(
    "neither crashes on damaged answers nor takes a price from them that is none",
    .enabled(if: VenuePayloads.arePresent, VenuePayloads.absence))
  func damagedAnswers() async throws {
    var mutator = ByteMutator(seed: 22)
    let swap = OKXValuesTests.instrument("BTC-USDT-SWAP")
    let market = OKXMarket()
    for entry in VenuePayloads("okx").entries() where entry.path != nil {
      let bytes = try entry.bytes()
      guard bytes.count < 5000 else { continue }
      for _ in 0..<100 {
        let text = String(decoding: mutator.mutate(bytes), as: UTF8.self)
        let client = CannedClient(
          now: Timestamp(milliseconds: 1_700_000_000_000), answers: OKXEndpoints.all.map { ($0.path, text) })
        let updates = (try? await market.values(of: [swap], client)) ?? []
        #expect(updates.allSatisfy { $0.isPositive })
        _ = try? await market.instruments(client)
        _ = try? await market.book(of: swap, client)
        _ = try? await market.publicTiers(of: [swap], client)
        _ = try? await OKXAccountReader().snapshot(instruments: [:], client)
        _ = try? await OKXAccountReader().permissions(client)
        _ = market.fault(in: HTTPResponse(status: 200), body: try? JSONText(text).root)
      }
    }
  }
}
