import HedgeModel
import Testing

@Suite("Names that are looked up")
struct NameTests {
  @Test(
    "Names are equal, and hash alike, exactly when their parts are equal as text",
    arguments: [
      (InstrumentID(venue: "a", symbol: "bc"), InstrumentID(venue: "ab", symbol: "c"), false),
      (InstrumentID(venue: "a", symbol: "BTC"), InstrumentID(venue: "a", symbol: "BTC"), true),
      (InstrumentID(venue: "", symbol: "ab"), InstrumentID(venue: "ab", symbol: ""), false),
      // One letter, composed and not: equal text, different bytes.
      (InstrumentID(venue: "v", symbol: "\u{E9}"), InstrumentID(venue: "v", symbol: "e\u{301}"), true),
    ])
  func equality(left: InstrumentID, right: InstrumentID, areEqual: Bool) {
    #expect((left == right) == areEqual)
    if areEqual { #expect(left.hashValue == right.hashValue) }
    let account = AccountID("main")
    let legs = [left, right].map { LegID(strategy: "s", instrument: $0, account: account) }
    #expect((legs[0] == legs[1]) == areEqual)
    if areEqual { #expect(legs[0].hashValue == legs[1].hashValue) }
  }

  @Test("A source keeps its name, and equal names are one source")
  func origins() {
    #expect(Origin("names-test").name == "names-test")
    #expect(Origin("names-test") == Origin("names-test"))
    #expect(Origin("names-test") != Origin("names-test-2"))
  }

  @Test("What has not arrived is unknown, naming the instrument")
  func missingValues() {
    let market = InstrumentMarket(unknown: InstrumentID(venue: "v", symbol: "BTC"))
    #expect(market.quote.unknownReason == UnknownReason(.notReceived, "no price of v:BTC yet"))
    #expect(market.mark.unknownReason == UnknownReason(.notReceived, "no mark price of v:BTC yet"))
    #expect(market.index.unknownReason == UnknownReason(.notReceived, "no index price of v:BTC yet"))
    #expect(market.funding.unknownReason == UnknownReason(.notReceived, "no funding rate of v:BTC yet"))
  }
}
