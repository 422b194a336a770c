import FoundationEssentials
import HedgeModel

extension ConfigurationDecoder {
  /// Reads everything that is held and watched.
  ///
  /// - Parameter sources: the accounts to be read from their venues are added.
  func portfolio(
    _ reader: TableReader, _ feed: FeedConfiguration, _ sources: inout [AccountSourceConfiguration]
  ) -> Portfolio? {
    let name = Self.portfolioName(reader)
    let currency = reader.asset("currency") ?? "USD"
    let benchmark = benchmark(reader) ?? Benchmark("BTC")
    let rates = conversionRates(reader, currency)
    let scope = PortfolioScope(
      issues: issues, now: now, feed: feed, currency: currency,
      conversionRates: rates, catalog: catalog(reader, feed, currency), live: live)
    let accounts = accounts(reader, scope)
    sources = accounts.compactMap(\.source)
    let capital = reader.decimal("capital", .positive, of: "what there is to allot")
    let buckets = reader.section("buckets", buckets)
    let strategies = strategies(reader, StrategyContext(scope: scope, accounts: accounts, benchmark: benchmark))
    for component in benchmark.components { scope.price(component.asset, at: reader.place("benchmark")) }
    if !reader.states("strategy") {
      reader.missing("strategy", "add a [[strategy]] with what you hold; see the example that init writes")
    }
    guard !strategies.isEmpty else { return nil }
    return Portfolio(
      name: name, currency: currency, benchmark: benchmark, strategies: strategies,
      accounts: accounts.map { $0.completed(for: scope.instruments.values, from: scope.catalog) },
      instruments: scope.instruments, spotMarkets: scope.spotMarkets, conversionRates: rates,
      capital: capital, buckets: buckets)
  }

  /// Reads the portfolio's name.
  static func portfolioName(_ reader: TableReader) -> String {
    reader.name("name", of: "a name of your choice") ?? "Portfolio"
  }

  /// Reads `[buckets]`: `core = [0.4, 0.7]`.
  private func buckets(_ reader: TableReader) -> BucketRanges {
    let standard = BucketRanges()
    return BucketRanges(
      core: reader.range("core", "shares of the capital") ?? standard.core,
      overlay: reader.range("overlay", "shares of the core") ?? standard.overlay,
      alpha: reader.range("alpha", "shares of the capital") ?? standard.alpha)
  }

  /// What is shipped, and what the user states, which wins.
  private func catalog(_ reader: TableReader, _ feed: FeedConfiguration, _ currency: Asset) -> Catalog {
    let decoder = CatalogDecoder(
      defaultVenue: feed.name, defaultQuote: currency, origin: "stated in \(issues.file)")
    let catalog = shipped.merging(decoder.catalog(reader))
    for (index, entry) in reader.entriesOfTables("instrument").enumerated() {
      guard let node = entry["margin_tiers"]?.node, case .text(let name) = node.content else { continue }
      let path = ConfigurationPath.root / "instrument" / index / "margin_tiers"
      _ = marginTable(name, at: Place(path: path, location: node.location), catalog)
    }
    return catalog
  }

  /// `benchmark = "BTC"`, or weights that sum to 1.
  private func benchmark(_ reader: TableReader) -> Benchmark? {
    guard let node = reader.node("benchmark") else { return nil }
    if case .text = node.content { return reader.asset("benchmark").map { Benchmark($0) } }
    let form = "a coin such as \"BTC\", or weights such as { BTC = 0.5, ETH = 0.5 }"
    var sum: Decimal = 0
    var components: [Benchmark.Component] = []
    let entries = reader.mapping("benchmark", expected: form)
    for (name, node, place) in entries {
      guard let asset = reader.asset(name, at: place),
        let weight = reader.decimal(of: node, at: place, .above(0, to: 1), of: "the weight of \(asset)")
      else { continue }
      sum += weight
      components.append(.init(asset: asset, weight: weight.inexact))
    }
    guard components.count == entries.count, case .table = node.content else { return nil }
    if let benchmark = Benchmark(components: components) { return benchmark }
    issues.error(
      reader.place("benchmark"), "the weights sum to \(sum), expected 1; correct them, such as { BTC = 0.5, ETH = 0.5 }"
    )
    return nil
  }

  /// Reads `[conversion]`.
  private func conversionRates(_ reader: TableReader, _ currency: Asset) -> [Asset: Double] {
    var rates: [Asset: Double] = [:]
    for (name, node, place) in reader.mapping("conversion", expected: "a table of rates: { USDT = 0.9998 }") {
      guard let asset = reader.asset(name, at: place),
        let rate = reader.decimal(of: node, at: place, .positive, of: "the value of 1 \(name) in \(currency)")
      else { continue }
      if asset == currency {
        issues.error(place, "\(currency) is the portfolio's own currency and always worth 1; remove it")
      }
      rates[asset] = rate.inexact
    }
    return rates
  }
}

extension TableReader {
  /// The tables of the array of tables at `key`, whatever they hold; those that are none are left out.
  func entriesOfTables(_ key: String) -> [SourceTable] {
    guard case .list(let list)? = table[key]?.node.content else { return [] }
    return list.nodes.compactMap { if case .table(let table) = $0.content { table } else { nil } }
  }
}
