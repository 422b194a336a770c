/// A question to a venue: an endpoint with its parameters.
public struct VenueRequest: Hashable, Sendable {
  /// A name and a value, as they are before percent-encoding.
  public struct Parameter: Hashable, Sendable {
    /// The name.
    public let name: String
    /// The value.
    public let value: String

    /// A parameter; see the properties.
    public init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// What is asked.
  public let endpoint: Endpoint
  /// Parameters of the address, in the order they are sent and signed in.
  public let query: [Parameter]
  /// JSON sent as the body; nil for none.
  public let body: String?
  /// What it costs of the venue's budget: the endpoint's weight unless the parameters change it.
  public let weight: Int

  /// A question; see the properties. Parameters without a value are left out.
  ///
  /// - Parameter weight: nil for the endpoint's.
  public init(
    _ endpoint: Endpoint, _ query: KeyValuePairs<String, String?> = [:], body: String? = nil, weight: Int? = nil
  ) {
    self.endpoint = endpoint
    self.query = query.compactMap { name, value in value.map { Parameter(name, $0) } }
    self.body = body
    self.weight = weight ?? endpoint.weight
  }

  /// The parameters percent-encoded and joined, as they are sent and signed: `symbol=BTCUSDT&limit=5`.
  public var encodedQuery: String {
    query.map { "\(PercentEncoding.encode($0.name))=\(PercentEncoding.encode($0.value))" }.joined(separator: "&")
  }

  /// The path with the parameters: `/fapi/v1/depth?symbol=BTCUSDT&limit=5`.
  public var target: String { query.isEmpty ? endpoint.path : "\(endpoint.path)?\(encodedQuery)" }
}
