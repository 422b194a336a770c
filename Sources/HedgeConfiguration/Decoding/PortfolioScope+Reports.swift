import HedgeModel

extension PortfolioScope {
  /// True when the feed can quote `id`; reports it otherwise. What another program quotes is its own affair.
  func isQuoted(_ id: InstrumentID, at place: Place) -> Bool {
    if case .process = feed { return true }
    if case .venues = feed { return isOnVenue(id, at: place) }
    if isRecorded { return isInRecording(id, at: place) }
    guard id.venue != feed.name else { return true }
    issues.error(
      place,
      "found \(PrintableText.quoted(id.description)), which the feed does not quote; "
        + "expected an instrument of \"\(feed.name)\"")
    return false
  }

  private func isInRecording(_ id: InstrumentID, at place: Place) -> Bool {
    if live.instruments.contains(where: { $0.id == id }) { return true }
    reportUnknown(id, at: place)
    return false
  }

  private func isOnVenue(_ id: InstrumentID, at place: Place) -> Bool {
    guard !live.venues.contains(id.venue) else { return true }
    issues.error(
      place,
      "found \(PrintableText.quoted(id.description)), expected an instrument of \(TableReader.oneOf(live.venues))",
      suggestion: Spelling.suggestion(for: id.venue, among: live.venues).map { "\"\($0):\(id.symbol)\"" })
    return false
  }

  /// Reports a coin that has no market where coins are priced.
  func reportNoMarket(of asset: Asset, at place: Place) {
    switch feed {
    case .venues(let venues):
      if reportUnasked(venues.spotVenue, at: place) { return }
      let remedy = "name its market, such as instrument = \"binance-spot:\(asset)USDT\""
      issues.error(place, "\(venues.spotVenue) has no market of \(asset) in \(venues.quote); \(remedy)")
    default: issues.error(place, "the recording holds no market of \(asset); \(Self.recordAnew)")
    }
  }

  private static let recordAnew = "record anew with a configuration that names it"

  /// Reports a coin the simulated market does not have.
  func reportUnknownCoin(_ asset: Asset, _ stated: InstrumentID?, at place: Place) {
    let coins = catalog.instruments.values
      .filter { $0.instrument.kind == .spot && $0.instrument.id.venue == feed.name }
      .map(\.instrument.underlying.symbol).sorted()
    let found = stated?.description ?? asset.symbol
    issues.error(
      place,
      "found \(PrintableText.quoted(found)), of which the simulated market knows no price; "
        + "expected one of \(coins.joined(separator: ", "))",
      suggestion: stated == nil ? Spelling.suggestion(for: asset.symbol, among: coins).map { "\"\($0)\"" } : nil)
  }

  /// Reports an exchange whose contracts nobody has asked for yet, once for all that is missing of it; false when they
  /// are known. What is named of it cannot be checked then.
  private func reportUnasked(_ venue: String, at place: Place) -> Bool {
    guard live.venues.contains(venue), !live.instruments.contains(where: { $0.id.venue == venue }) else { return false }
    if isFirstReport(of: venue) {
      issues.error(
        place, "the contracts of \(venue) are not known here yet; run hedgetop instruments \(venue) once")
    }
    return true
  }

  /// Reports an instrument without specification.
  func reportUnknown(_ id: InstrumentID, at place: Place) {
    if isRecorded {
      return issues.error(
        place, "found \(PrintableText.quoted(id.description)), which the recording does not hold; \(Self.recordAnew)")
    }
    if reportUnasked(id.venue, at: place) { return }
    let names = catalog.instruments.values.filter { $0.instrument.isFuture && $0.instrument.id.venue == id.venue }
      .map(\.instrument.id.description).sorted()
    issues.error(
      place,
      "found \(PrintableText.quoted(id.description)), which has no specification; "
        + "correct the name or describe it in an [[instrument]] table",
      suggestion: Spelling.suggestion(for: id.description, among: names).map { "\"\($0)\"" })
  }
}
