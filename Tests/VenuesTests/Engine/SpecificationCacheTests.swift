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
    #expect(catalogue.cached() == nil && InstrumentCatalogue.kept(of: market.profile.name, in: cache) == nil)
    #expect(test.venue.count("/instruments") == 0)
    let listing = try await catalogue.current()
    #expect(catalogue.cached()?.instruments == listing.instruments)
    let next = InstrumentCatalogue(of: market, test.connection.client, cache: cache)
    #expect(next.known == nil && next.cached()?.instruments == listing.instruments)
    #expect(next.cached()?.readAt == listing.readAt && test.venue.count("/instruments") == 1)
  }

  @Test("a venue that lists nothing has not said that it has nothing")
  func emptyListing() async {
    let test = TestFeed()
    test.venue.change { $0.symbols = [] }
    await #expect(throws: VenueFault.self) { try await test.connection.catalogue.current() }
  }
}
