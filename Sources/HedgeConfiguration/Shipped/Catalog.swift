import HedgeModel

/// What is known of instruments and margin before an account is looked at: shipped data, and what the user states.
struct Catalog: Sendable {
  var instruments: [InstrumentID: InstrumentEntry] = [:]
  var tiers: [String: MarginTiers] = [:]
  /// What a trade costs where an account does not say.
  var fees: FeeSchedule?

  /// The catalog with the entries of `other`, which win.
  func merging(_ other: Catalog) -> Catalog {
    Catalog(
      instruments: instruments.merging(other.instruments) { $1 }, tiers: tiers.merging(other.tiers) { $1 },
      fees: other.fees ?? fees)
  }
}
