import Testing

@testable import Venues

@Suite("What may be asked of Binance")
struct BinanceEndpointTests {
  @Test("can neither trade, nor move money, nor change a setting: a list of reads, all by GET")
  func onlyReads() {
    #expect(BinanceEndpoints.all.allSatisfy { $0.method == .get })
    #expect(Set(BinanceEndpoints.all.map(\.path)).count == BinanceEndpoints.all.count)
    // By GET these only read, but nothing here has a use for them.
    for word in ["order", "transfer", "withdraw", "/leverage?", "marginType", "positionSide", "listenKey", "repay"] {
      #expect(BinanceEndpoints.all.allSatisfy { !$0.path.lowercased().contains(word.lowercased()) })
    }
  }

  @Test("is signed exactly where it is about an account")
  func signed() {
    let signed = BinanceEndpoints.all.filter { $0.access == .signed }.map(\.path)
    #expect(
      signed.sorted() == [
        "/api/v3/account", "/dapi/v1/account", "/dapi/v1/income", "/dapi/v1/positionRisk", "/dapi/v2/leverageBracket",
        "/fapi/v1/income", "/fapi/v1/leverageBracket", "/fapi/v1/symbolConfig", "/fapi/v3/account",
        "/fapi/v3/positionRisk", "/sapi/v1/account/apiRestrictions",
      ])
  }

  @Test("stands on the market's own host", arguments: BinanceFixture.segments)
  func hosts(segment: BinanceSegment) {
    let prefix = [BinanceSegment.spot: "/api/", .usdMargined: "/fapi/", .coinMargined: "/dapi/"][segment] ?? "?"
    var endpoints = [
      segment.time, segment.instruments, segment.quotes, segment.bars, segment.book, segment.account,
    ]
    if let futures = segment.futures {
      endpoints += [
        futures.marks, futures.fundingIntervals, futures.fundingStamps, futures.tiers, futures.positions,
        futures.income,
      ]
    }
    #expect(endpoints.allSatisfy { $0.path.hasPrefix(prefix) && BinanceEndpoints.all.contains($0) })
    #expect(endpoints.count == (segment == .spot ? 6 : 12))
  }

  @Test("hosts can be named, for other regions and for tests")
  func otherHosts() {
    let market = BinanceMarket(.usdMargined, restBase: "http://[::1]:1", streamBase: "ws://[::1]:2")
    #expect(market.profile.restBase == "http://[::1]:1")
    let urls = market.streams(for: [BinanceFixture.instrument("A")]).map(\.url)
    #expect(urls == ["ws://[::1]:2/public/stream", "ws://[::1]:2/market/stream"])
    #expect(BinanceMarket(.coinMargined).profile.restBase == "https://dapi.binance.com")
  }
}
