/// One thing that may be asked of a venue.
///
/// Endpoints are written down once, in the `…Endpoints` file of their venue, and requests can be made of nothing else.
/// All of them read: an endpoint that places, changes or cancels an order, moves money or changes a setting is not
/// there, so no code can use it.
public struct Endpoint: Hashable, Sendable {
  /// How it is asked.
  public enum Method: String, Hashable, Sendable {
    /// All of it in the address.
    case get = "GET"
    /// The question in the body: of venues that have one address for all questions. Reads as well.
    case post = "POST"
  }

  /// Who may ask.
  public enum Access: Hashable, Sendable {
    /// Anybody.
    case open
    /// The owner of an account, by a signature.
    case signed
  }

  /// How it is asked.
  public let method: Method
  /// The path on the venue's host, with a leading slash: `/fapi/v1/premiumIndex`.
  public let path: String
  /// What it costs of the venue's budget.
  public let weight: Int
  /// Who may ask.
  public let access: Access
  /// A number of questions the venue allows of it and of those it is named together with, beside the market's budgets;
  /// nil for none.
  public let ownLimit: RateLimit?

  /// An endpoint; see the properties.
  public init(
    _ method: Method = .get, _ path: String, weight: Int = 1, access: Access = .open, ownLimit: RateLimit? = nil
  ) {
    self.method = method
    self.path = path
    self.weight = weight
    self.access = access
    self.ownLimit = ownLimit
  }
}
