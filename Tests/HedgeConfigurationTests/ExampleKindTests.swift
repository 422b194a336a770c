import FoundationEssentials
import HedgeConfiguration
import HedgeModel
import Testing

@Suite("Sample portfolios of each kind") struct ExampleKindTests {
  @Test("a sample is sound, draws no warning, and is of the kind it is named after", arguments: ExampleKind.allCases)
  func isSound(kind: ExampleKind) throws {
    let sample = try Configuration.sample(kind, now: testNow)
    #expect(sample.warnings == [])
    guard case .simulated = sample.feed else {
      Issue.record("\(kind) is not on the simulated market")
      return
    }
    if kind != .book { #expect(Set(sample.portfolio.strategies.map(\.kind.rawValue)) == [kind.rawValue]) }
  }

  @Test("every kind of strategy has a sample, and the book has a core, a spread and a carry")
  func isComplete() throws {
    #expect(ExampleKind.allCases.map(\.rawValue) == Strategy.Kind.allCases.map(\.rawValue) + ["book"])
    let book = try Configuration.sample(.book, now: testNow).portfolio
    #expect(book.strategies.map(\.kind) == [.spotHedge, .pair, .cashAndCarry])
    #expect(book.accounts.count == 2 && book.capital == 900_000)
  }

  @Test("samples have names of their own, so their journals are apart")
  func names() throws {
    let names = try ExampleKind.allCases.map { try Configuration.sample($0, now: testNow).portfolio.name }
    #expect(Set(names).count == names.count)
  }

  @Test("every leg of a sample has an entry price and a margin table", arguments: ExampleKind.allCases)
  func legs(kind: ExampleKind) throws {
    let portfolio = try Configuration.sample(kind, now: testNow).portfolio
    for leg in portfolio.strategies.flatMap(\.legs) {
      #expect(leg.entryPrice != nil, "\(leg.instrument)")
      let account = portfolio.accounts.first { $0.id == leg.account }
      #expect(account?.tiers[leg.instrument] != nil, "\(leg.instrument)")
    }
  }

  @Test("without a kind it is the example that is shown when nothing is configured")
  func standard() throws {
    #expect(try Configuration.sample(now: testNow).portfolio.name == "Sample portfolio")
    #expect(ExampleKind.spotHedge.text == ExampleConfiguration.text)
  }

  @Test(
    "a sample is text of at most 120 columns that says where every key is explained", arguments: ExampleKind.allCases)
  func text(kind: ExampleKind) {
    let lines = kind.text.split(separator: "\n", omittingEmptySubsequences: false)
    // The first example is wider in one comment that lists every venue.
    #expect(
      lines.allSatisfy {
        $0.count <= (kind == .spotHedge ? 125 : 120) && !$0.hasSuffix(" ") && $0.unicodeScalars.allSatisfy(\.isASCII)
      })
    #expect(kind == .spotHedge || kind.text.contains("hedgetop config default"))
  }
}
