import FoundationEssentials
import HedgeModel
import MarketData
import Testing

@testable import Venues

@Suite struct SpecificationFileTests {
  private let readAt = Timestamp(milliseconds: 1_700_000_000_123)

  private func instrument(_ symbol: String, _ kind: Instrument.Kind, _ convention: Instrument.Convention = .linear)
    -> Instrument
  {
    Instrument(
      id: InstrumentID(venue: "test", symbol: symbol), kind: kind, convention: convention, underlying: "BTC",
      quote: "USD", settlement: "BTC", multiplier: Decimal(exactly: "0.00000001")!,
      tickSize: Decimal(exactly: "0.1")!, lotStep: Decimal(exactly: "6.27e-08")!, minimumQuantity: 1,
      minimumNotional: Decimal(exactly: "12345678901234567890.000000001")!)
  }

  @Test("what is kept is read back exactly, with its date")
  func roundTrip() {
    let file = SpecificationFile(
      readAt: readAt,
      instruments: [
        instrument("BTC-USD", .spot), instrument("P", .perpetual(fundingInterval: .hours(1)), .inverse),
        instrument("F", .dated(expiry: readAt)), instrument("odd \" \\ \u{1} ⓈPURR/USDC", .spot),
      ])
    #expect(SpecificationFile(file.bytes(venue: "test"), venue: "test") == file)
  }

  @Test("a damaged file, that of another market or of another version is none, and never crashes")
  func damaged() {
    let bytes = SpecificationFile(readAt: readAt, instruments: [instrument("BTC-USD", .spot)]).bytes(venue: "test")
    #expect(SpecificationFile(bytes, venue: "other") == nil)
    #expect(SpecificationFile([], venue: "test") == nil)
    let other = String(decoding: bytes, as: UTF8.self).replacing("\"version\":1", with: "\"version\":2")
    #expect(SpecificationFile(Array(other.utf8), venue: "test") == nil)
    var random = SplitMix64(seed: 1)
    for length in 0..<bytes.count {
      #expect(SpecificationFile(Array(bytes.prefix(length)), venue: "test") == nil || length >= bytes.count - 2)
      var mutated = bytes
      mutated[length] = UInt8.random(in: .min ... .max, using: &random)
      _ = SpecificationFile(mutated, venue: "test")
    }
  }
}
