/// What has to be asked of exchanges before a configuration can be read.
public struct VenueNeeds: Hashable, Sendable {
  /// The venues it names.
  public let venues: Set<String>
  /// Where they are, if not at their usual hosts.
  public let hosts: [VenueHosts]
  /// The recording that takes their place; nil when none is played.
  public let recording: String?

  /// Needs; see the properties.
  public init(venues: Set<String> = [], hosts: [VenueHosts] = [], recording: String? = nil) {
    self.venues = venues
    self.hosts = hosts
    self.recording = recording
  }
}
