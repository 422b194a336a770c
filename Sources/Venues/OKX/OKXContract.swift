import FoundationEssentials
import HedgeModel

/// What one contract of a future is.
struct OKXContract {
  let convention: Instrument.Convention
  let underlying: Asset
  let quote: Asset
  /// Value times multiplier: in the underlying when linear, in the quote currency when inverse.
  let multiplier: Decimal

  /// Reads a row of the instruments; a contract counted in anything but what its type says is not understood.
  init(_ row: JSONValue) throws(DecodingFault) {
    let pair = try row.needString("uly").split(separator: "-")
    guard pair.count == 2 else {
      throw DecodingFault("uly", found: "\(pair.count) parts", expected: "two currencies")
    }
    underlying = Asset(String(pair[0]))
    quote = Asset(String(pair[1]))
    let type = try row.needString("ctType")
    guard let convention = Instrument.Convention(rawValue: type) else {
      throw DecodingFault("ctType", found: String(type.prefix(40)), expected: "linear or inverse")
    }
    self.convention = convention
    let unit = try row.needString("ctValCcy")
    guard unit == (convention == .linear ? underlying : quote).symbol else {
      throw DecodingFault("ctValCcy", found: String(unit.prefix(40)), expected: "the currency \(type) contracts count")
    }
    multiplier = try row.needDecimal("ctVal") * (row.decimal("ctMult") ?? 1)
    guard multiplier > 0 else { throw DecodingFault("ctVal", found: "\(multiplier)", expected: "a positive value") }
  }
}
