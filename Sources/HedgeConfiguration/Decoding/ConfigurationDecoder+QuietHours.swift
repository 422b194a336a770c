import FoundationEssentials
import HedgeModel

extension ConfigurationDecoder {
  private static let dayNames = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"]

  /// Reads `[alerts.quiet]`.
  func quietHours(_ reader: TableReader) -> QuietHoursConfiguration? {
    let from = timeOfDay("from", reader)
    let to = timeOfDay("to", reader)
    for key in ["from", "to"] where !reader.states(key) { reader.missing(key, "state a time of day: \"22:00\"") }
    let days = days(reader)
    let zone = zone(reader)
    let breakthrough = reader.choice("breakthrough", of: AlertChannelConfiguration.Severity.self)
    guard let from, let to, let zone else { return nil }
    if from == to { issues.error(reader.place("to"), "is the same as from; expected another time of day") }
    return QuietHoursConfiguration(
      from: from, to: to, days: days, zone: zone, breakthrough: breakthrough ?? .critical)
  }

  /// `22:00`, in seconds since midnight.
  private func timeOfDay(_ key: String, _ reader: TableReader) -> Int? {
    let expected = "a time of day: \"22:00\""
    guard let text = reader.text(key, expected: expected) else { return nil }
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ $0.count == 2 && $0.allSatisfy { $0.isASCII && $0.isNumber } }),
      let hours = Int(parts[0]), let minutes = Int(parts[1]), hours < 24, minutes < 60
    else {
      issues.error(reader.place(key), "found \(PrintableText.quoted(text)), expected \(expected)")
      return nil
    }
    return hours * 3600 + minutes * 60
  }

  /// The days on which quiet hours begin; all where none are stated.
  private func days(_ reader: TableReader) -> Set<Int> {
    let expected = "days: [\"mon\", \"tue\", \"wed\", \"thu\", \"fri\", \"sat\", \"sun\"]"
    guard let names = reader.texts("days", expected: expected) else { return Set(0...6) }
    return Set(
      names.compactMap { name in
        if let day = Self.dayNames.firstIndex(of: name.lowercased()) { return day }
        let suggestion = Spelling.suggestion(for: name, among: Self.dayNames).map { "\"\($0)\"" }
        issues.error(
          reader.place("days"), "found \(PrintableText.quoted(name)), expected \(expected)", suggestion: suggestion)
        return nil
      })
  }

  /// The zone, by its name or its offset to UTC; UTC where neither is stated.
  private func zone(_ reader: TableReader) -> TimeZone? {
    let expected = "a time zone: \"Europe/Berlin\", \"UTC\" or \"+02:00\""
    guard let text = reader.text("time_zone", expected: expected) else {
      return reader.states("time_zone") ? nil : TimeZone(secondsFromGMT: 0)
    }
    if let zone = Self.offset(text).map({ TimeZone(secondsFromGMT: $0) }) ?? TimeZone(identifier: text) { return zone }
    issues.error(reader.place("time_zone"), "found \(PrintableText.quoted(text)), expected \(expected)")
    return nil
  }

  /// `+02:00` or `-0330`, in seconds; nil for what is no offset.
  private static func offset(_ text: String) -> Int? {
    guard let sign = text.first, sign == "+" || sign == "-" else { return nil }
    let digits = text.dropFirst().filter { $0 != ":" }
    guard digits.count == 4, digits.allSatisfy({ $0.isASCII && $0.isNumber }), let hours = Int(digits.prefix(2)),
      let minutes = Int(digits.suffix(2)), hours <= 14, minutes < 60
    else { return nil }
    return (hours * 3600 + minutes * 60) * (sign == "-" ? -1 : 1)
  }
}
