import HedgeModel

/// What only exchanges know and a configuration rests on: contracts as they are traded today, and what the accounts
/// hold; or, where a recording is played, what it holds of that. It is read before the configuration is, and whenever
/// the accounts change.
public struct LiveFacts: Sendable {
  /// Names of all venues that can be asked.
  public let venues: [String]
  /// Those of them whose accounts can be read.
  public let accountVenues: [String]
  /// Specifications of the venues that were asked.
  public let instruments: [Instrument]
  /// Margin tables of futures among them, where they are told.
  public let tiers: [InstrumentID: MarginTiers]
  /// Accounts that were read.
  public let accounts: [AccountID: AccountSnapshot]
  /// What the header of the recording tells that is played; nil where none is.
  public let recording: RecordingFacts?
  /// True when margin tables of exchanges are still to be asked for: that one is missing says nothing.
  public let awaitsTiers: Bool

  /// Facts; see the properties.
  public init(
    venues: [String] = [], accountVenues: [String] = [], instruments: [Instrument] = [],
    tiers: [InstrumentID: MarginTiers] = [:], accounts: [AccountID: AccountSnapshot] = [:],
    recording: RecordingFacts? = nil, awaitsTiers: Bool = false
  ) {
    self.venues = venues
    self.accountVenues = accountVenues
    self.instruments = instruments
    self.tiers = tiers
    self.accounts = accounts
    self.recording = recording
    self.awaitsTiers = awaitsTiers
  }

  /// The same facts with other accounts.
  public init(copying facts: LiveFacts, accounts: [AccountID: AccountSnapshot]) {
    self.init(
      venues: facts.venues, accountVenues: facts.accountVenues, instruments: facts.instruments, tiers: facts.tiers,
      accounts: accounts, recording: facts.recording)
  }

  /// The same facts with more margin tables.
  public init(copying facts: LiveFacts, adding tiers: [InstrumentID: MarginTiers]) {
    self.init(
      venues: facts.venues, accountVenues: facts.accountVenues, instruments: facts.instruments,
      tiers: facts.tiers.merging(tiers) { $1 }, accounts: facts.accounts, recording: facts.recording)
  }

  /// The specifications and margin tables as a catalog; a table is named like its instrument.
  var catalog: Catalog {
    var catalog = Catalog()
    for instrument in instruments {
      catalog.instruments[instrument.id] = InstrumentEntry(
        instrument: instrument, isQuarterly: false,
        tiers: tiers[instrument.id] == nil ? nil : instrument.id.description)
    }
    for (id, table) in tiers { catalog.tiers[id.description] = table }
    return catalog
  }
}
