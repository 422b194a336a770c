import FoundationEssentials
import HedgeModel

/// What the fields of a specification say.
private struct InstrumentFields {
  var id: InstrumentID?
  var kind: String?
  var interval: Duration?
  var expiry: Timestamp?
  var convention: Instrument.Convention?
  var underlying: Asset?
  var quote: Asset?
  var settlement: Asset?
  var multiplier: Decimal?
  var tick: Decimal?
  var lot: Decimal?
  var minimumQuantity: Decimal?
  var minimumNotional: Decimal?
}

extension RecordingScanner {
  /// Reads the specifications.
  mutating func instruments() throws(RecordingFault) -> [Instrument] {
    var instruments: [InstrumentID: Instrument] = [:]
    var isFirst = true
    try open("[")
    while try element(&isFirst) {
      let start = position
      let instrument = try specification()
      guard instruments.updateValue(instrument, forKey: instrument.id) == nil else {
        throw fault("\(instrument.id) is specified twice", at: start)
      }
    }
    return Array(instruments.values)
  }

  private mutating func specification() throws(RecordingFault) -> Instrument {
    let start = position
    var seen: [RecordingKey] = []
    var fields = InstrumentFields()
    try open("{")
    while let key = try key(&seen) { try read(key, into: &fields) }
    if let instrument = Self.instrument(fields) { return instrument }
    throw fault("a field of this instrument is missing, or does not belong to its kind", at: start)
  }

  private mutating func read(_ key: RecordingKey, into fields: inout InstrumentFields) throws(RecordingFault) {
    switch key {
    case .name: fields.id = try instrument()
    case .kind: fields.kind = try text()
    case .intervalMilliseconds: fields.interval = try duration()
    case .expiry: fields.expiry = try instant()
    case .convention: fields.convention = try choice()
    case .underlying: fields.underlying = try asset()
    case .quote: fields.quote = try asset()
    case .settlement: fields.settlement = try asset()
    case .multiplier: fields.multiplier = try positiveDecimal()
    case .tick: fields.tick = try positiveDecimal()
    case .lot: fields.lot = try positiveDecimal()
    case .minimumQuantity: fields.minimumQuantity = try decimal()
    case .minimumNotional: fields.minimumNotional = try decimal()
    default: throw fault("the field \(key.rawValue) does not belong to an instrument")
    }
  }

  private static func instrument(_ fields: InstrumentFields) -> Instrument? {
    guard let id = fields.id, let kind = kind(fields), let convention = fields.convention,
      let underlying = fields.underlying, let quote = fields.quote, let settlement = fields.settlement,
      let multiplier = fields.multiplier, let tick = fields.tick, let lot = fields.lot,
      let minimumQuantity = fields.minimumQuantity, let minimumNotional = fields.minimumNotional
    else { return nil }
    return Instrument(
      id: id, kind: kind, convention: convention, underlying: underlying, quote: quote, settlement: settlement,
      multiplier: multiplier, tickSize: tick, lotStep: lot, minimumQuantity: minimumQuantity,
      minimumNotional: minimumNotional)
  }

  private static func kind(_ fields: InstrumentFields) -> Instrument.Kind? {
    switch (fields.kind, fields.interval, fields.expiry) {
    case ("spot", nil, nil): .spot
    case ("perpetual", let interval?, nil) where interval > .zero: .perpetual(fundingInterval: interval)
    case ("dated", nil, let expiry?): .dated(expiry: expiry)
    default: nil
    }
  }
}
