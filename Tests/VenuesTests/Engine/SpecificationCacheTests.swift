import Foundation
import HedgeModel
import Testing

@testable import Venues

@Suite struct SpecificationCacheTests {
  @Test("a folder keeps what was saved last, by name, and nothing outside of itself")
  func folder() throws {
    let root = FileManager.default.temporaryDirectory.appending(path: "hedgetop-cache-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: root) }
    let cache = FolderSpecificationCache(folder: root.appending(path: "venues").path)
    #expect(cache.load("binance-usdm") == nil)
    cache.save([1, 2], as: "binance-usdm")
    cache.save([3], as: "binance-usdm")
    cache.save([4], as: "okx")
    #expect(cache.load("binance-usdm") == [3] && cache.load("okx") == [4])
    for name in ["../out", "", "a/b", "A", "a.b"] {
      cache.save([5], as: name)
      #expect(cache.load(name) == nil)
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: root.path) == ["venues"])
    #expect(NoSpecificationCache().load("okx") == nil)
  }

  @Test("a folder that cannot be written to loses what it is given, and nothing else")
  func unwritable() {
    let cache = FolderSpecificationCache(folder: "/proc/nowhere")
    cache.save([1], as: "okx")
    #expect(cache.load("okx") == nil)
  }

  @Test("who asks for specifications at the same time gets the one answer")
  func together() async throws {
    let test = TestFeed()
    let catalogue = test.connection.catalogue
    let counts = try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<20 { group.addTask { try await catalogue.current().instruments.count } }
      return try await group.reduce(into: [Int]()) { $0.append($1) }
    }
    #expect(counts == Array(repeating: 2, count: 20))
    #expect(test.venue.count("/instruments") == 1)
  }

  @Test("what is cached is what was asked last, else what an earlier start kept, and nobody is asked for it")
  func cached() async throws {
    let root = FileManager.default.temporaryDirectory.appending(path: "hedgetop-cache-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: root) }
    let cache = FolderSpecificationCache(folder: root.path)
    let test = TestFeed()
    let market = test.connection.market
    let catalogue = InstrumentCatalogue(of: market, test.connection.client, cache: cache)
    let profile = market.profile
    #expect(catalogue.cached() == nil)
    #expect(InstrumentCatalogue.kept(of: profile.name, at: profile.restBase, in: cache) == nil)
    #expect(test.venue.count("/instruments") == 0)
    let listing = try await catalogue.current()
    #expect(catalogue.cached()?.instruments == listing.instruments)
    let next = InstrumentCatalogue(of: market, test.connection.client, cache: cache)
    #expect(next.known == nil && next.cached()?.instruments == listing.instruments)
    #expect(next.cached()?.readAt == listing.readAt && test.venue.count("/instruments") == 1)
  }

  @Test("two hosts of a venue are kept apart, and no two hosts are written alike")
  func hosts() {
    #expect(SpecificationName.name(of: "okx", at: nil) == "okx")
    #expect(SpecificationName.name(of: "okx", at: "https://www.okx.com") == "okx", "the usual one")
    #expect(SpecificationName.name(of: "okx", at: "https://eea.okx.com") == "okx-eea-okx-com")
    let hosts = [
      "https://eea.okx.com", "http://eea.okx.com", "https://eea.okx.com:8443", "https://eea-okx.com",
      "https://eea.okx.com/x", "https://EEA.okx.com", "https://eea45.okx.com", "https://eea-45-okx.com",
      "http://127.0.0.1:1", "http://127.0.0.1:11", "http://127.0.0.11",
    ]
    let names = hosts.map { SpecificationName.name(of: "okx", at: $0) }
    #expect(Set(names).count == hosts.count, "\(names)")
    let root = FileManager.default.temporaryDirectory.appending(path: "hedgetop-cache-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: root) }
    let cache = FolderSpecificationCache(folder: root.path)
    for (place, name) in names.enumerated() { cache.save([UInt8(place)], as: name) }
    for (place, name) in names.enumerated() { #expect(cache.load(name) == [UInt8(place)], "\(name)") }
  }

  @Test("what one host of a venue listed is not taken for what another lists")
  func apart() async throws {
    let cache = MemoryCache()
    let test = TestFeed(cache: cache)
    _ = try await test.connection.catalogue.current()
    let profile = test.connection.market.profile
    #expect(InstrumentCatalogue.kept(of: profile.name, at: profile.restBase, in: cache) != nil)
    #expect(InstrumentCatalogue.kept(of: profile.name, at: "https://other.test", in: cache) == nil)
    #expect(InstrumentCatalogue.kept(of: profile.name, at: nil, in: cache) == nil)
  }

  @Test("a venue that lists nothing has not said that it has nothing")
  func emptyListing() async {
    let test = TestFeed()
    test.venue.change { $0.symbols = [] }
    await #expect(throws: VenueFault.self) { try await test.connection.catalogue.current() }
  }
}
