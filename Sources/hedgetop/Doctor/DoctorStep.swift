/// One thing the doctor looked at.
struct DoctorStep: Encodable, Sendable {
  let venue: String
  let step: String
  let ok: Bool
  let words: String

  /// `ok    Binance USDⓈ-M   clock    0.012 s ahead`.
  var line: String {
    let name = venue.padding(18)
    return "\(ok ? "ok   " : "FAULT") \(name) \(step.padding(12)) \(words)"
  }
}

extension String {
  /// The text, filled up with blanks.
  fileprivate func padding(_ width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}
