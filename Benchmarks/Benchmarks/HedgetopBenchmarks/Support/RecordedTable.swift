import FoundationEssentials
import HedgeModel

/// A recording as text: the first column the instant, one column of hourly closes a coin.
enum RecordedTable {
  static func bytes(rows: Int, columns: Int) -> [UInt8] {
    var noise = Noise(seed: 4)
    var prices = (0..<columns).map { 10 + Double($0) }
    var text = "open_time," + (0..<columns).map { "C\($0)" }.joined(separator: ",") + "\n"
    for row in 0..<rows {
      text += (LargeBook.start + .hours(Double(row))).iso8601
      for column in prices.indices {
        prices[column] *= 1 + noise.normal(0.01)
        text += ",\(Double(Int(prices[column] * 10_000)) / 10_000)"
      }
      text += "\n"
    }
    return Array(text.utf8)
  }
}
