import HedgeModel
import TerminalCells
import Testing

@testable import Panels

@Suite("Readings, money and time as they are written")
struct ReadingFormatTests {
  let now = Timestamp(milliseconds: 1_000_000_000)
  var format: FigureFormat { FigureFormat(glyphs: .unicode, now: now) }

  private func stale(_ value: Double) -> Reading<Double> {
    .known(value, Provenance(asOf: now - .seconds(35), source: "test", isStale: true))
  }

  @Test("An unknown reading is a dash, never a zero")
  func unknown() {
    let reading = Reading<Double>.unknown(UnknownReason(.notReceived, "no price"))
    #expect(format.phrase(reading) { format.price($0) } == Phrase("—", .unknown))
  }

  @Test("A reading that holds NaN is written and drawn as unknown")
  func notANumber() {
    #expect(format.phrase(.stated(Double.nan), .gain) { format.price($0) } == Phrase("—", .unknown))
  }

  @Test("A stale reading is drawn as stale whatever it means, and carries its age in a sentence")
  func staleReading() {
    #expect(format.phrase(stale(5), .gain) { format.price($0) } == Phrase("5.0000", .stale))
    #expect(format.agedPhrase(stale(65_012.5)) { format.price($0) } == Phrase("65,012.5 · 35s", .stale))
    #expect(format.agePhrase([nil, stale(1).provenance]) == Phrase("35s", .stale))
  }

  @Test("A stated value has no age")
  func stated() {
    #expect(format.agePhrase([Provenance.stated]) == Phrase(""))
  }

  @Test(
    "Money carries its currency, cents only where they matter",
    arguments: [(16_253.0, "$16,253"), (-8.13, "−$8.13"), (0, "$0.00"), (99.99, "$99.99"), (100.4, "$100")])
  func money(value: Double, expected: String) {
    #expect(format.money(value) == expected)
  }

  @Test("Another currency is named behind the amount")
  func otherCurrency() {
    let euro = FigureFormat(glyphs: .unicode, now: now, currency: "EUR")
    #expect(euro.money(-120_000, sign: .both) == "−120,000 EUR")
    #expect(euro.currencyName == "EUR")
  }

  @Test("Hidden balances hide amounts, not ratios or prices")
  func hidden() {
    let hidden = FigureFormat(glyphs: .unicode, hidesBalances: true, now: now)
    #expect(hidden.money(1234) == "$•••")
    #expect(hidden.amount(1234) == "•••")
    #expect(hidden.compactMoney(1234) == "$•••")
    #expect(hidden.price(1234.5) == "1,234.50")
    #expect(hidden.percentage(0.5) == "50.0 %")
  }

  @Test(
    "A duration is written in its two largest units",
    arguments: [
      (0, "0 s", "0s"), (35, "35 s", "35s"), (725, "12m 05s", "12m"), (7980, "2h 13m", "2h"),
      (273_600, "3d 04h", "3d"), (-5, "0 s", "0s"),
    ])
  func durations(seconds: Int, long: String, short: String) {
    #expect(format.duration(.seconds(seconds)) == long)
    #expect(format.shortDuration(.seconds(seconds)) == short)
  }

  @Test("A countdown ends as due")
  func countdown() {
    #expect(format.countdown(to: now + .seconds(90)) == "1 min")
    #expect(format.countdown(to: now) == "due")
    #expect(format.countdown(to: now - .hours(1)) == "due")
  }

  @Test("Funding intervals and periods are whole hours and days")
  func periods() {
    #expect(format.interval(.hours(8)) == "8h")
    #expect(format.interval(.seconds(1800)) == "30m")
    #expect(format.period(.days(30)) == "30 d")
    #expect(format.period(.hours(36)) == "36 h")
  }

  @Test("Received is receive, paid is pay")
  func fundingWords() {
    #expect([3, -3, 0].map(FigureFormat.fundingWord) == ["receive", "pay", "nothing"])
  }

  @Test(
    "What need not be watched by the second is written by the minute",
    arguments: [(35, "35 s"), (60, "1 min"), (125, "2 min"), (3599, "59 min"), (7380, "2h 03m")])
  func calmDurations(seconds: Int, expected: String) {
    #expect(format.calmDuration(.seconds(seconds)) == expected)
    #expect(format.countdown(to: now + .seconds(seconds)) == expected)
    #expect(format.ago(now - .seconds(seconds)) == (seconds < 60 ? "just now" : expected + " ago"))
  }

  @Test("A stretch of time is written in its largest whole unit")
  func spans() {
    let spans: [(Int, String)] = [(30, "30 s"), (300, "5 min"), (7200, "2 h"), (86_400, "1 d"), (150, "2 min")]
    for (seconds, expected) in spans { #expect(format.span(.seconds(seconds)) == expected) }
  }
}
