import HedgeModel

extension ConfigurationDecoder {
  /// Reads `[history]`.
  func history(_ reader: TableReader) -> HistoryRetention {
    let standard = HistoryRetention()
    let seconds = reader.integer("seconds", 1...365, of: "days every second is kept")
    let minutes = reader.integer("minutes", 1...3650, of: "days every minute is kept")
    let hours = reader.integer("hours", 2...36_500, of: "days every hour is kept")
    let days = reader.integer("days", 2...36_500, of: "days every day is kept")
    return HistoryRetention(
      seconds: seconds.map { .days(Double($0)) } ?? standard.seconds,
      minutes: minutes.map { .days(Double($0)) } ?? standard.minutes,
      hours: hours.map { .days(Double($0)) } ?? standard.hours,
      days: days.map { .days(Double($0)) } ?? standard.days)
  }
}
