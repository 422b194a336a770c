import HedgeModel

/// An instant that may be written in ISO 8601 or as milliseconds since the epoch.
struct LooseInstant: Decodable, Sendable {
  /// 1 January 2200: beyond it a number is not a time.
  private static let last = 7_258_118_400_000.0
  let value: Timestamp

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let instant: Timestamp? =
      if let text = try? container.decode(String.self) {
        Timestamp(iso8601: text)
      } else {
        Self.instant(milliseconds: try container.decode(Double.self))
      }
    guard let instant, (0...Self.last).contains(Double(instant.milliseconds)) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "a time")
    }
    value = instant
  }

  private static func instant(milliseconds: Double) -> Timestamp? {
    (0...last).contains(milliseconds) ? Timestamp(milliseconds: Int64(milliseconds)) : nil
  }
}
