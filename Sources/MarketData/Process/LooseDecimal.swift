import FoundationEssentials
import HedgeModel

/// An exact decimal that may be written as a JSON number or as a string holding one.
struct LooseDecimal: Decodable, Sendable {
  let value: Decimal

  init(_ value: Decimal) {
    self.value = value
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let text = try? container.decode(String.self) {
      guard let exact = Decimal(exactly: text) else {
        throw DecodingError.dataCorruptedError(in: container, debugDescription: "a number")
      }
      value = exact
    } else {
      value = try container.decode(Decimal.self)
    }
  }
}
