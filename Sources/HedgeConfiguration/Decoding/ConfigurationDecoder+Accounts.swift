import FoundationEssentials
import HedgeModel

extension ConfigurationDecoder {
  /// Reads the `[[account]]` tables.
  func accounts(_ reader: TableReader, _ scope: PortfolioScope) -> [AccountDraft] {
    var names: Set<String> = []
    return reader.each("account") { reader in
      let draft = account(reader, scope)
      if let name = draft?.account.id.name, !names.insert(name).inserted {
        issues.error(
          reader.place("name"), "found \(PrintableText.quoted(name)) again, expected a name for each account")
      }
      return draft
    }
  }

  private func account(_ reader: TableReader, _ scope: PortfolioScope) -> AccountDraft? {
    let name = reader.name("name", of: "a name of your choice")
    let convention = reader.choice("convention", of: MarginConvention.self) ?? .binance
    let source = name.flatMap { self.source(reader, of: AccountID($0)) }
    let snapshot = source.flatMap { live.accounts[$0.account] }
    let stated = self.balances(reader, scope)
    let balances = source == nil ? stated : read(snapshot, reader, scope)
    let fees = reader.section("fees") { CatalogDecoder.fees($0, default: scope.catalog.fees) }
    let tiers = tiers(reader, scope)
    if !reader.states("name") { reader.missing("name", "give the account a name that legs can refer to") }
    guard let name, let fees else { return nil }
    let account = Account(id: AccountID(name), convention: convention, balances: balances, tiers: [:], fees: fees)
    return AccountDraft(account: account, chosenTiers: tiers, source: source, snapshot: snapshot)
  }

  private func balances(_ reader: TableReader, _ scope: PortfolioScope) -> [Asset: Decimal] {
    var balances: [Asset: Decimal] = [:]
    for (name, node, place) in reader.mapping("balances", expected: "a table of amounts: { USD = 100000 }") {
      guard let asset = reader.asset(name, at: place),
        let amount = reader.decimal(of: node, at: place, .any, of: "the wallet balance in \(asset)")
      else { continue }
      balances[asset] = amount
      scope.price(asset, at: place)
    }
    return balances
  }

  private func tiers(_ reader: TableReader, _ scope: PortfolioScope) -> [InstrumentID: MarginTiers] {
    var chosen: [InstrumentID: MarginTiers] = [:]
    let form = "a table of margin tables: { \"BTC-PERP\" = \"binance-usdm-btcusdt\" }"
    for (name, node, place) in reader.mapping("margin_tiers", expected: form) {
      guard let id = reader.instrument(name, on: scope.feed.name, at: place),
        let table = reader.text(of: node, at: place, expected: "the name of a margin table")
      else { continue }
      chosen[id] = marginTable(table, at: place, scope.catalog)
      if scope.catalog.instruments[id] == nil { scope.reportUnknown(id, at: place) }
    }
    return chosen
  }

  /// The margin table named `name`; reports it when there is none.
  func marginTable(_ name: String, at place: Place, _ catalog: Catalog) -> MarginTiers? {
    if let tiers = catalog.tiers[name] { return tiers }
    let names = catalog.tiers.keys.sorted()
    let suggestion = Spelling.suggestion(for: name, among: names).map { "\"\($0)\"" }
    issues.error(
      place, "found \(PrintableText.quoted(name)), expected a margin table: \(names.joined(separator: ", "))",
      suggestion: suggestion)
    return nil
  }
}
