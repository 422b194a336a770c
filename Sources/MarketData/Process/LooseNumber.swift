import FoundationEssentials
import HedgeModel

/// A number that may be written as a JSON number or as a string holding one.
struct LooseNumber: Decodable, Sendable {
  let value: Double

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let text = try? container.decode(String.self) {
      guard let exact = Decimal(exactly: text), let value = Double(text), !exact.isNaN else {
        throw DecodingError.dataCorruptedError(in: container, debugDescription: "a number")
      }
      self.value = value
    } else {
      value = try container.decode(Double.self)
    }
  }
}
