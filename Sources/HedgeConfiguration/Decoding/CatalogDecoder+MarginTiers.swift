import FoundationEssentials
import HedgeModel

extension CatalogDecoder {
  /// Reads one `[[margin_tiers]]`.
  func namedTiers(_ reader: TableReader) -> (String, MarginTiers, Place)? {
    let name = reader.name("name", of: "a name of your choice")
    let rule = reader.choice("rule", of: MarginTiers.Rule.self) ?? .marginal
    let growth = reader.decimal("growth_per_coin", .nonNegative) ?? 0
    let source = reader.text("source") ?? origin
    let day = reader.instant("as_of")
    let brackets = reader.each("brackets", bracket)
    if !reader.states("name") { reader.missing("name", "give the table a name that accounts can refer to") }
    if rule != .linearGrowth, growth != 0 {
      reader.issues.error(
        reader.place("growth_per_coin"), "only the rule \"linear-growth\" has a growth; remove it or change the rule")
    }
    guard check(brackets.map(\.0), reader) else { return nil }
    let dated = day.map { "\(source), \($0.isoDay)" } ?? source
    guard let name,
      let tiers = MarginTiers(rule: rule, tiers: brackets.map(\.0), growthPerCoin: growth, source: dated)
    else { return nil }
    return (name, tiers, reader.place("name"))
  }

  private func bracket(_ reader: TableReader) -> (MarginTiers.Tier, Place)? {
    let floor = reader.decimal("floor", .nonNegative, of: "the notional at which the bracket begins")
    let rate = reader.decimal("rate", .above(0, to: 1), of: "the maintenance margin rate, a fraction")
    let leverage = reader.decimal("leverage", .positive, of: "the largest leverage")
    for key in ["floor", "rate"] where !reader.states(key) {
      reader.missing(key, "a bracket states floor and rate")
    }
    guard let floor, let rate else { return nil }
    return (MarginTiers.Tier(floor: floor, maintenanceRate: rate, maximumLeverage: leverage), reader.place("floor"))
  }

  /// True when the brackets form a table; reports the first that does not fit.
  private func check(_ brackets: [MarginTiers.Tier], _ reader: TableReader) -> Bool {
    guard let first = brackets.first else {
      if !reader.states("brackets") { reader.missing("brackets", "state brackets = [{ floor = 0, rate = 0.005 }]") }
      return false
    }
    if first.floor != 0 {
      reader.issues.error(reader.place("brackets"), "the first bracket begins at \(first.floor), expected 0")
      return false
    }
    for (previous, next) in zip(brackets, brackets.dropFirst()) where next.floor <= previous.floor {
      reader.issues.error(
        reader.place("brackets"), "a floor of \(next.floor) follows \(previous.floor), expected rising floors")
      return false
    }
    return true
  }
}
