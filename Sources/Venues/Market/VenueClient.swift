import HedgeModel

/// Asks one venue questions, within its limits: what the folders of the venues are given.
public protocol VenueClient: Sendable {
  /// Now, in the venue's time.
  var now: Timestamp { get }

  /// Asks, and gives the answer once it is known to be one: limits kept, signatures made, statuses and the venue's own
  /// error codes looked at.
  ///
  /// - Throws: ``VenueFault``.
  func read(_ request: VenueRequest) async throws -> JSONValue
}
