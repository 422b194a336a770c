import HedgeModel

/// Signs requests of one account. It holds the secret, so it neither prints nor compares.
public protocol RequestSigner: Sendable {
  /// The request as it is sent, with whatever proves whose it is.
  ///
  /// - Parameters:
  ///   - request: what is asked; of ``Endpoint/Access/signed`` access.
  ///   - base: scheme and host: `https://fapi.binance.com`.
  ///   - time: the venue's time.
  func sign(_ request: VenueRequest, base: String, at time: Timestamp) -> HTTPRequest
}
