/// What has to be asked of exchanges before a configuration can be read.
public struct VenueNeeds: Hashable, Sendable {
  /// The venues it names.
  public let venues: Set<String>
  /// Where they are, if not at their usual hosts.
  public let hosts: [VenueHosts]

  /// Needs; see the properties.
  public init(venues: Set<String> = [], hosts: [VenueHosts] = []) {
    self.venues = venues
    self.hosts = hosts
  }
}
