import FoundationEssentials
import HedgeModel

/// Accounts whose balances are read from their venue.
extension ConfigurationDecoder {
  /// Reads where an account is read from; nil for one that is written down by hand.
  func source(_ reader: TableReader, of account: AccountID) -> AccountSourceConfiguration? {
    let venue = reader.text("source", expected: "a venue: \"binance-usdm\"")
    let file = reader.text("key_file", expected: "the path of a file with key and secret")
    let prefix = reader.text("key_environment", expected: "how the names of the variables begin: \"BINANCE\"")
    let address = reader.text("address", expected: "the public address of the account")
    let proofs: [AccountSourceConfiguration.Proof] = [
      file.map { .file(resolved($0)) }, prefix.map { .environment($0) }, address.map { .address($0) },
    ].compactMap { $0 }
    guard let venue else {
      for key in ["key_file", "key_environment", "address"] where reader.states(key) && !reader.states("source") {
        issues.error(reader.place(key), "found a key without a venue; state it: source = \"binance-usdm\"")
      }
      return nil
    }
    if !live.accountVenues.isEmpty, !live.accountVenues.contains(venue) {
      issues.error(
        reader.place("source"),
        "found \(PrintableText.quoted(venue)), expected \(TableReader.oneOf(live.accountVenues))",
        suggestion: Spelling.suggestion(for: venue, among: live.accountVenues).map { "\"\($0)\"" })
    }
    if reader.states("balances") {
      issues.error(reader.place("balances"), "the balances are read from \(venue); remove these")
    }
    guard let proof = proofs.first, proofs.count == 1 else {
      issues.error(
        reader.place("source"),
        proofs.isEmpty
          ? "expected one of key_file, key_environment and address, which tell whose account it is"
          : "found several of key_file, key_environment and address, expected one")
      return nil
    }
    return AccountSourceConfiguration(account: account, venue: venue, proof: proof)
  }

  /// The balances that were read, each of a coin that can be priced. What has no market where coins are priced, as a coin
  /// that was sent unasked, cannot be valued: it is left out with a warning, as if it secured nothing.
  func read(_ snapshot: AccountSnapshot?, _ reader: TableReader, _ scope: PortfolioScope) -> [Asset: Decimal] {
    let balances = (snapshot?.balances ?? [:]).filter { $0.value != 0 }
    let place = reader.place("source")
    let valued = balances.filter { scope.hasStatedValue($0.key) || scope.knownMarket(of: $0.key) != nil }
    for (asset, quantity) in balances.sorted(by: { $0.key < $1.key }) where valued[asset] == nil {
      issues.warning(
        place, "\(quantity) \(asset) has no market where coins are priced, and is not counted as margin")
    }
    for asset in valued.keys.sorted() { scope.price(asset, at: place) }
    return valued
  }
}
