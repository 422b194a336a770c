import FoundationEssentials
import HedgeModel

extension ScenarioDecoder {
  /// Reads how far the betas are off.
  func betas(_ reader: TableReader) -> BetaShock? {
    let side = reader.choice("betas", of: BetaShock.Side.self)
    let errors = reader.number("beta_errors", .above(0, to: 10), of: "standard errors the betas are off by")
    if reader.states("betas"), !reader.states("beta_errors") {
      reader.missing("beta_errors", "state by how many standard errors the betas are off, such as 2")
    }
    guard let side, let errors else { return nil }
    return BetaShock(standardErrors: errors, side: side)
  }

  /// Reads what the futures' basis does.
  func basis(_ reader: TableReader, isAgainst: Bool) -> BasisShock? {
    let points = reader.number(
      "basis_bps", Self.bounds(10_000, isAgainst: isAgainst),
      of: isAgainst ? "basis points against the position" : "basis points, positive when futures rise over spot")
    return points.map { BasisShock(basisPoints: $0, isAgainstPosition: isAgainst) }
  }

  /// Reads what perpetuals pay.
  func funding(_ reader: TableReader, isAgainst: Bool) -> FundingShock? {
    let rate = reader.number(
      "funding_rate", Self.bounds(1, isAgainst: isAgainst),
      of: isAgainst ? "a fraction the position pays" : "a fraction, positive when longs pay and shorts receive")
    let hours = reader.number("funding_hours", .above(0, to: 168), of: "hours the rate is for") ?? 8
    let days = reader.number("days", .above(0, to: 3650), of: "days it lasts")
    if reader.states("funding_rate"), !reader.states("days") {
      reader.missing("days", "state how many days the rate is paid for")
    }
    guard let rate, let days else { return nil }
    return FundingShock(rate: rate, interval: .hours(hours), duration: .days(days), isAgainstPosition: isAgainst)
  }

  /// What goes against the position has a size; what the market does has a sign.
  private static func bounds(_ limit: Decimal, isAgainst: Bool) -> Bounds {
    .from(isAgainst ? 0 : -limit, to: limit)
  }
}
