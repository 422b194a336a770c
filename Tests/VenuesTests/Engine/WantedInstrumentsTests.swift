import FoundationEssentials
import HedgeModel
import Testing

@testable import Venues

@Suite struct WantedInstrumentsTests {
  private let start = Timestamp(milliseconds: 1_700_000_000_000)
  private let coin = TestMarket.instrument("BTC-USD")
  private let perpetual = TestMarket.instrument("BTC-PERP")

  private func listing(_ instruments: Instrument...) -> [InstrumentID: Instrument] {
    Dictionary(uniqueKeysWithValues: instruments.map { ($0.id, $0) })
  }

  @Test("what a later listing lacks is kept and told once; when it is listed again it is as the listing says")
  func kept() {
    var wanted = WantedInstruments([coin.id, perpetual.id])
    #expect(wanted.take(listing(coin, perpetual), of: "X", at: start) == [])
    #expect(wanted.isComplete)
    let words = wanted.take(listing(coin), of: "X", at: start + .hours(24))
    #expect(words == ["X does not list BTC-PERP at present; going on with what is known of it"])
    #expect(wanted.known == [coin, perpetual] && !wanted.isComplete)
    #expect(wanted.take(listing(coin), of: "X", at: start + .hours(25)) == [])
    let changed = Instrument(
      id: perpetual.id, kind: .perpetual(fundingInterval: .hours(1)), underlying: "BTC", quote: "USD",
      settlement: "USD", tickSize: 1, lotStep: 1)
    #expect(wanted.take(listing(coin, changed), of: "X", at: start + .hours(26)) == [])
    #expect(wanted.known == [coin, changed] && wanted.isComplete)
    #expect(wanted.take(listing(coin), of: "X", at: start + .hours(50)).count == 1, "another time is told again")
  }

  @Test("what is missing for a day is gone, which is told once, and is there again once it is listed")
  func gone() {
    var wanted = WantedInstruments([coin.id, perpetual.id])
    _ = wanted.take(listing(coin, perpetual), of: "X", at: start)
    for hour in 24..<48 {
      _ = wanted.take(listing(coin), of: "X", at: start + .hours(Double(hour)))
      #expect(wanted.known.count == 2)
    }
    #expect(wanted.take(listing(coin), of: "X", at: start + .hours(48)) == ["X has no BTC-PERP"])
    #expect(wanted.known == [coin] && !wanted.isComplete)
    #expect(wanted.take(listing(coin), of: "X", at: start + .hours(49)) == [])
    #expect(wanted.take(listing(coin, perpetual), of: "X", at: start + .hours(50)) == [])
    #expect(wanted.known == [coin, perpetual])
  }

  @Test("what was never listed is told at the first listing only, and taken when it comes")
  func never() {
    var wanted = WantedInstruments([coin.id, perpetual.id])
    #expect(wanted.take(listing(coin), of: "X", at: start) == ["X has no BTC-PERP"])
    #expect(!wanted.isComplete)
    #expect(wanted.take(listing(coin), of: "X", at: start + .hours(1)) == [])
    #expect(wanted.take(listing(coin, perpetual), of: "X", at: start + .hours(2)) == [])
    #expect(wanted.known == [coin, perpetual] && wanted.isComplete)
  }

  @Test("a dated future that has ended is not kept")
  func ended() {
    let future = Instrument(
      id: InstrumentID(venue: "test", symbol: "BTC-1"), kind: .dated(expiry: start + .hours(30)), underlying: "BTC",
      quote: "USD", settlement: "USD", tickSize: 1, lotStep: 1)
    var wanted = WantedInstruments([future.id])
    _ = wanted.take(listing(future), of: "X", at: start)
    _ = wanted.take([:], of: "X", at: start + .hours(29))
    #expect(wanted.known == [future])
    #expect(wanted.take([:], of: "X", at: start + .hours(30)) == ["X has no BTC-1"])
    #expect(wanted.known == [])
  }
}
