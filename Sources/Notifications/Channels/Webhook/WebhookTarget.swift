/// Where posts go, and what proves whose they are.
public struct WebhookTarget: Sendable {
  /// Where the token stands in an address.
  public static let placeholder = "{token}"

  /// The address; ``placeholder`` in it is replaced by ``token``.
  public let url: String
  /// A token of the receiver: in the address where that has a place for it, else in the header `Authorization`.
  public let token: SecretText?
  /// What the body is signed with; nil for no signature.
  public let secret: SecretText?
  /// The longest to wait for the whole answer.
  public let limit: Duration

  /// A target; see the properties.
  public init(url: String, token: SecretText? = nil, secret: SecretText? = nil, limit: Duration = .seconds(15)) {
    self.url = url
    self.token = token
    self.secret = secret
    self.limit = limit
  }

  /// The post of a body at an instant, in whole seconds since 1970.
  func post(_ body: [UInt8], at seconds: Int64) -> WebhookPost {
    var headers = [(name: "Content-Type", value: "application/json")]
    var address = url
    if let token {
      if url.contains(Self.placeholder) {
        address = url.replacing(Self.placeholder, with: token.text)
      } else {
        headers.append(("Authorization", "Bearer \(token.text)"))
      }
    }
    if let secret {
      headers.append((WebhookSignature.timeHeader, "\(seconds)"))
      headers.append((WebhookSignature.header, WebhookSignature.of(body, at: seconds, secret: secret)))
    }
    return WebhookPost(url: address, headers: headers, body: body)
  }

  /// Words from outside without what is secret, fit for a log.
  func cleaned(_ words: String) -> String {
    let bare = [token, secret].compactMap { $0 }.reduce(words) { $1.removed(from: $0) }
    return PlainText.of(bare, limit: 200)
  }
}
