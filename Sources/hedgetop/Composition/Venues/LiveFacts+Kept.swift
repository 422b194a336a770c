import HedgeConfiguration
import HedgeModel
import Venues

extension LiveFacts {
  /// What is known of exchanges without asking any: the contracts kept of those that the file at `path` names. Accounts
  /// and margin tables are still to be asked for.
  ///
  /// A file that cannot be read names none; why is told when it is loaded.
  static func kept(for path: String, in cache: any SpecificationCache) -> LiveFacts {
    let needs = try? Configuration.venueNeeds(of: path, among: VenueDirectory.names)
    let listings = (needs?.venues ?? []).sorted().compactMap { venue in
      let hosts = needs?.hosts.first { $0.venue == venue }
      return InstrumentCatalogue.kept(of: venue, at: hosts?.rest, in: cache)
    }
    return LiveFacts(
      venues: VenueDirectory.names, accountVenues: VenueDirectory.accountNames,
      instruments: listings.flatMap(\.instruments.values), awaitsTiers: true)
  }
}
