import FoundationEssentials
import HedgeModel

extension CatalogDecoder {
  /// The names of ``Instrument/Kind`` in a file.
  private enum KindName: String, CaseIterable {
    case spot, perpetual, dated
  }

  /// Reads one `[[instrument]]`.
  func instrument(_ reader: TableReader) -> (InstrumentEntry, Place)? {
    let id = reader.instrument("name", on: defaultVenue)
    let kind = reader.choice("kind", of: KindName.self)
    let convention = reader.choice("convention", of: Instrument.Convention.self) ?? .linear
    let underlying = reader.asset("underlying")
    let quote = reader.asset("quote") ?? defaultQuote
    let settlement = reader.asset("settlement")
    let multiplier = reader.decimal("multiplier", .positive, of: "the size of one contract") ?? 1
    let tick = reader.decimal("tick", .positive, of: "the smallest step of the price")
    let lot = reader.decimal("lot", .positive, of: "the smallest step of a quantity")
    let quantity = reader.decimal("minimum_quantity", .nonNegative) ?? 0
    let notional = reader.decimal("minimum_notional", .nonNegative) ?? 0
    let tiers = reader.text("margin_tiers", expected: "the name of a margin table")
    let (term, isQuarterly) = term(reader, kind)
    requireIdentity(reader, kind)
    require(["tick", "lot"], of: reader)
    if kind == .spot, convention == .inverse {
      reader.issues.error(reader.place("convention"), "found \"inverse\", expected \"linear\" for a spot market")
    }
    guard let id, let term, let underlying, let tick, let lot else { return nil }
    let instrument = Instrument(
      id: id, kind: term, convention: convention, underlying: underlying, quote: quote,
      settlement: settlement ?? (convention == .inverse ? underlying : quote), multiplier: multiplier, tickSize: tick,
      lotStep: lot, minimumQuantity: quantity, minimumNotional: notional)
    return (InstrumentEntry(instrument: instrument, isQuarterly: isQuarterly, tiers: tiers), reader.place("name"))
  }

  private func requireIdentity(_ reader: TableReader, _ kind: KindName?) {
    require(["name", "kind", "underlying"], of: reader)
    if kind == .dated { require(["expiry"], of: reader) }
    if kind != .dated, kind != nil, reader.states("expiry") {
      reader.issues.error(reader.place("expiry"), "only a contract of kind \"dated\" has an expiry; remove it")
    }
    if kind != .perpetual, kind != nil, reader.states("funding_hours") {
      reader.issues.error(
        reader.place("funding_hours"), "only a contract of kind \"perpetual\" pays funding; remove it")
    }
  }

  private func require(_ keys: [String], of reader: TableReader) {
    for key in keys where !reader.states(key) {
      reader.missing(key, "an instrument states name, kind, underlying, tick and lot, a dated one its expiry")
    }
  }

  /// Reads what is special to a kind: a perpetual's funding interval, a dated future's end.
  private func term(_ reader: TableReader, _ kind: KindName?) -> (Instrument.Kind?, isQuarterly: Bool) {
    let hours = reader.number("funding_hours", .above(0, to: 168), of: "hours between two funding payments") ?? 8
    if case .text("quarterly")? = reader.node("expiry")?.content, kind == .dated {
      return (.dated(expiry: Timestamp(milliseconds: .max)), true)
    }
    let expiry = reader.instant("expiry")
    switch kind {
    case .spot: return (.spot, false)
    case .perpetual: return (.perpetual(fundingInterval: .hours(hours)), false)
    case .dated: return (expiry.map { .dated(expiry: $0) }, false)
    case nil: return (nil, false)
    }
  }
}
