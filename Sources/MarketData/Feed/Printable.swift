/// `text` without control characters and at most `limit` characters long: text from outside may be shown, but must
/// not move the cursor, ring the bell or fill the screen.
func printable(_ text: some StringProtocol, limit: Int = 200) -> String {
  // Names of instruments come by the million, and nearly all are plain.
  if text.utf8.count <= limit, text.utf8.allSatisfy({ 0x20 <= $0 && $0 < 0x7F }) { return String(text) }
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars.prefix(limit) {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned:
      if result.last != " " { result.append(" ") }
    default: result.append(scalar)
    }
  }
  let shortened = text.unicodeScalars.count > limit
  return String(result) + (shortened ? "…" : "")
}

/// `60×`, `0.5×`: how fast market time passes.
func speedLabel(_ speed: Double) -> String {
  speed == speed.rounded() && speed.magnitude < 1e9 ? "\(Int(speed))×" : "\(speed)×"
}
