import FoundationEssentials
import HedgeConfiguration
import HedgeModel
import MarketData
import Venues

/// Reads the configuration together with what it rests on: the contracts of the exchanges it names, and the accounts
/// that are read from them.
@MainActor
final class ConfigurationLoader {
  let network: VenueNetwork
  /// The accounts the configuration reads, once it was loaded.
  var accounts: [AccountID: VenueAccountSource] { known.accounts }
  /// What was read of them last.
  var snapshots: [AccountID: AccountSnapshot] { known.snapshots }
  /// Why accounts could not be read at the last try.
  var unread: [AccountID: String] { known.unread }

  /// The file; nil for a sample.
  let path: String?
  private let kind: ExampleKind
  private let environment: [String: String]
  private let clock: any MarketClock
  private let warn: @MainActor (String) -> Void
  private let patience: Patience?
  private var known = Known()
  /// Who was asked and has not answered yet.
  private var pending: [String] = []
  /// True while ``renew(_:)`` has begun and not ended: what is known then may be taken back.
  private(set) var isRenewing = false
  /// How long margin tables count as those of now.
  private static let tiersLife = Duration.hours(6)
  /// How long tables that could not be had are not asked for again.
  private static let tiersPause = Duration.seconds(60)

  /// Everything that was read.
  private struct Known {
    var text: ConfigurationText?
    var sources: [AccountSourceConfiguration] = []
    var accounts: [AccountID: VenueAccountSource] = [:]
    var snapshots: [AccountID: AccountSnapshot] = [:]
    var unread: [AccountID: String] = [:]
    /// When margin tables of accounts were asked for last.
    var tiersAskedAt = Timestamp(milliseconds: 0)
    /// Which tables of each account were asked for last, and when.
    var tierQuestions: [AccountID: (instruments: Set<InstrumentID>, at: Timestamp)] = [:]
    /// Where venues are, if not at their usual hosts.
    var hosts: [VenueHosts] = []
    /// Why margin tables could not be had, as told last.
    var withoutTiers: [AccountID: String] = [:]
    var facts = LiveFacts()
  }

  /// A loader that has read nothing yet.
  ///
  /// - Parameters:
  ///   - path: the file; nil for a sample.
  ///   - kind: which sample.
  ///   - environment: where folders, proxies and keys are named.
  ///   - clock: the clock of the wall.
  ///   - tap: hears what the markets' streams are told.
  ///   - network: reaches exchanges, for several portfolios as for one; nil makes one.
  ///   - patience: tells what is waited for while ``load()`` takes its time.
  ///   - warn: is told what the user should know and what stops nothing.
  init(
    path: String?, kind: ExampleKind = .spotHedge, environment: [String: String] = ProcessInfo.processInfo.environment,
    clock: any MarketClock = ForwardClock(), tap: (any StreamTap)? = nil, network: VenueNetwork? = nil,
    patience: Patience? = .atTerminal, warn: @escaping @MainActor (String) -> Void = StandardError.warn
  ) {
    self.path = path
    self.kind = kind
    self.environment = environment
    self.clock = clock
    self.patience = patience
    self.warn = warn
    self.network = network ?? VenueNetwork(environment: environment, tap: tap)
  }

  /// Reads everything: the file, the contracts, the accounts. An account that cannot be read stays unread, and its
  /// positions unknown. Where a recording is played, its header takes the place of the contracts, nobody is asked, and
  /// accounts stay unread.
  ///
  /// - Throws: ``ProgramFailure`` with every mistake of the file, or because a venue's contracts cannot be read.
  func load() async throws -> Configuration {
    guard let patience else { return try await read() }
    return try await patience.wait(for: { [weak self] in self?.pending ?? [] }, read)
  }

  private func read() async throws -> Configuration {
    guard let path else { return try parse { try Configuration.sample(self.kind, now: self.clock.now()) } }
    let text = try parse { try ConfigurationText(readingFrom: path) }
    known.text = text
    let needs = try parse {
      try Configuration.venueNeeds(of: text, among: VenueDirectory.names, home: self.environment["HOME"])
    }
    if let recording = needs.recording {
      known.facts = LiveFacts(try parse { try Recording.header(path: recording) })
      return try reload()
    }
    known.facts = try await contracts(needs)
    known.hosts = needs.hosts
    let first = try interpret(text, LiveFacts(copying: known.facts, accounts: [:]))
    try open(first.accountSources, hosts: first.venueHosts)
    for id in accounts.keys.sorted() { _ = await read(id) }
    await addAccountTiers()
    await addPublicTiers(of: first)
    return try reload()
  }

  /// What follows from the file as it was loaded with the contracts and accounts as they were read last. A file that
  /// has been changed meanwhile counts when it is loaded again.
  ///
  /// - Throws: ``ProgramFailure`` with every mistake of the file.
  func reload() throws -> Configuration {
    guard let text = known.text else { return try parse { try Configuration.sample(self.kind, now: self.clock.now()) } }
    return try interpret(text, LiveFacts(copying: known.facts, accounts: snapshots))
  }

  /// Reads everything anew and hands it to `adopt`: all of it or, where the file has a mistake or is refused, nothing:
  /// what was read before is known still.
  ///
  /// - Throws: ``ProgramFailure`` with every mistake of the file; what `adopt` throws.
  func renew(_ adopt: @MainActor (Configuration) async throws -> Void) async throws {
    guard !isRenewing else { throw ProgramFailure(.runtime, "the configuration is being read already") }
    isRenewing = true
    defer { isRenewing = false }
    let before = known
    do {
      try await adopt(try await read())
    } catch {
      known = before
      throw error
    }
  }

  /// Reads an account.
  ///
  /// - Returns: whether its balances or positions are others than before; nil when it could not be read.
  func read(_ id: AccountID) async -> Bool? {
    guard let source = accounts[id] else { return nil }
    do {
      let snapshot = try await waiting(for: "account \(source.account.name)") { try await source.snapshot() }
      if let contradiction = snapshot.contradiction {
        throw FeedError(place: source.account.name, message: "not understood: \(contradiction)")
      }
      let before = known.snapshots.updateValue(snapshot, forKey: id)
      known.unread[id] = nil
      return before.map { !snapshot.holdsTheSame(as: $0) } ?? true
    } catch {
      known.unread[id] = String(describing: error)
      return nil
    }
  }

  /// The contracts of all exchanges, which are asked at once.
  private func contracts(_ needs: VenueNeeds) async throws -> LiveFacts {
    let asked = try needs.venues.sorted().map { name in
      let connection = try network.connection(name, hosts: needs.hosts)
      let title = connection.market.profile.title
      return (title, Task { try await waiting(for: "the contracts of \(title)", connection.catalogue.current) })
    }
    var instruments: [Instrument] = []
    for (title, reading) in asked {
      do {
        let listing = try await reading.value
        instruments += listing.instruments.values
        if let warning = listing.warning { warn(warning) }
      } catch {
        throw ProgramFailure(.noData, "\(title): its contracts cannot be read: \(VenueFault(error))")
      }
    }
    return LiveFacts(
      venues: VenueDirectory.names, accountVenues: VenueDirectory.accountNames, instruments: instruments,
      tiers: known.facts.tiers)
  }

  private func open(_ sources: [AccountSourceConfiguration], hosts: [VenueHosts]) throws {
    guard sources != known.sources else { return }
    known.sources = sources
    known.accounts = [:]
    known.snapshots = [:]
    known.unread = [:]
    for source in sources {
      known.accounts[source.account] = try network.account(source, hosts: hosts, environment: environment)
    }
  }

  /// Asks for the margin tables of what is held, and of nothing else: some venues tell them only one by one. What could
  /// not be had is asked for again after a minute, and all of it after some hours: venues change them, and
  /// those of some follow the price.
  ///
  /// - Returns: whether there are tables other than before.
  @discardableResult
  func addAccountTiers() async -> Bool {
    let before = known.facts.tiers
    let areOld = clock.now() - known.tiersAskedAt >= Self.tiersLife
    if areOld { known.tiersAskedAt = clock.now() }
    for (id, source) in accounts.sorted(by: { $0.key < $1.key }) {
      let held = (snapshots[id]?.positions ?? []).map(\.instrument)
      let wanted = areOld ? held : held.filter { known.facts.tiers[$0] == nil }
      guard !wanted.isEmpty, areOld || mayAsk(Set(wanted), of: id) else { continue }
      known.tierQuestions[id] = (Set(wanted), clock.now())
      do {
        let own = try await source.tiers(of: wanted)
        let others = try await publicTiers(of: wanted.filter { own[$0] == nil }, notOf: source)
        known.facts = LiveFacts(copying: known.facts, adding: own.merging(others) { own, _ in own })
        known.withoutTiers[id] = nil
      } catch {
        // Asked again and again, and told once.
        let words = "no margin tables of account \(id): \(error)"
        if known.withoutTiers.updateValue(words, forKey: id) != words { warn(words) }
      }
    }
    return known.facts.tiers != before
  }

  /// False for what was asked for a moment ago: some venues tell tables of nobody, and none of some contracts.
  private func mayAsk(_ instruments: Set<InstrumentID>, of account: AccountID) -> Bool {
    guard let last = known.tierQuestions[account], instruments.isSubset(of: last.instruments) else { return true }
    return clock.now() - last.at >= Self.tiersPause
  }

  /// Tables of contracts of other markets than an account is read through: some accounts hold those of several.
  private func publicTiers(
    of instruments: [InstrumentID], notOf source: VenueAccountSource
  ) async throws -> [InstrumentID: MarginTiers] {
    var tiers: [InstrumentID: MarginTiers] = [:]
    for (venue, instruments) in Dictionary(grouping: instruments, by: \.venue).sorted(by: { $0.key < $1.key }) {
      guard venue != source.venue, let connection = try? network.connection(venue, hosts: known.hosts) else { continue }
      let listing = try await connection.catalogue.current().instruments
      let futures = instruments.compactMap { listing[$0] }.filter(\.isFuture)
      guard !futures.isEmpty else { continue }
      tiers.merge(try await connection.market.publicTiers(of: futures, connection.client)) { $1 }
    }
    return tiers
  }

  /// Asks for the margin tables of the legs that are written down by hand, where the venue tells them to anybody. The
  /// others are those that come with the program, if any.
  private func addPublicTiers(of configuration: Configuration) async {
    let futures = configuration.portfolio.instruments.values.filter { $0.isFuture && known.facts.tiers[$0.id] == nil }
    for (venue, futures) in Dictionary(grouping: futures, by: \.id.venue).sorted(by: { $0.key < $1.key }) {
      guard let connection = try? network.connection(venue, hosts: configuration.venueHosts) else { continue }
      do {
        let tiers = try await connection.market.publicTiers(of: futures, connection.client)
        known.facts = LiveFacts(copying: known.facts, adding: tiers)
      } catch {
        warn("\(connection.market.profile.title): no margin tables: \(VenueFault(error))")
      }
    }
  }

  /// Asks for something, which is pending until it has come.
  private func waiting<Value>(for name: String, _ answer: () async throws -> Value) async rethrows -> Value {
    pending.append(name)
    defer { pending.removeAll { $0 == name } }
    return try await answer()
  }

  private func interpret(_ text: ConfigurationText, _ live: LiveFacts) throws -> Configuration {
    try parse {
      try Configuration.load(from: text, now: self.clock.now(), home: self.environment["HOME"], live: live)
    }
  }

  private func parse<Value>(_ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch {
      throw ProgramFailure(.configuration, String(describing: error))
    }
  }
}
