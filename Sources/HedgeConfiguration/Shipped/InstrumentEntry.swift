import HedgeModel

/// A specification in the catalog.
struct InstrumentEntry: Sendable {
  let instrument: Instrument
  /// True when the contract ends a quarter after the simulated market opens, which is now.
  let isQuarterly: Bool
  /// Name of the table its margin is computed from, unless an account names another.
  let tiers: String?

  /// The specification as it stands at `now`.
  func instrument(at now: Timestamp) -> Instrument {
    guard isQuarterly else { return instrument }
    return Instrument(
      id: instrument.id, kind: .dated(expiry: QuarterlyExpiry.after(now)), convention: instrument.convention,
      underlying: instrument.underlying, quote: instrument.quote, settlement: instrument.settlement,
      multiplier: instrument.multiplier, tickSize: instrument.tickSize, lotStep: instrument.lotStep,
      minimumQuantity: instrument.minimumQuantity, minimumNotional: instrument.minimumNotional)
  }
}
