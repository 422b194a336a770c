import Crypto
import FoundationEssentials
import HedgeModel

/// Signs by the headers `APIKey` and `Authent`. The venue lets the nonce out, and so does this: requests that overtake
/// each other would be refused with one.
public struct KrakenFuturesSigner: RequestSigner {
  private let credentials: VenueCredentials

  /// A signer of an account: public key, and the secret in base64 as the venue gives it. With a secret that is no base64
  /// every signature is refused by the venue.
  public init(_ credentials: VenueCredentials) {
    self.credentials = credentials
  }

  /// The request with its signature.
  public func sign(_ request: VenueRequest, base: String, at time: Timestamp) -> HTTPRequest {
    let path = request.endpoint.path
    let prefix = "/derivatives"
    let signedPath = path.hasPrefix(prefix) ? String(path.dropFirst(prefix.count)) : path
    let signature = authent(request.encodedQuery + (request.body ?? "") + signedPath)
    return HTTPRequest(
      method: request.endpoint.method, url: base + request.target,
      headers: [.init("APIKey", credentials.key), .init("Authent", signature)], body: request.body)
  }

  /// Base64 of HMAC-SHA512, by the decoded secret, over the SHA-256 of `text`: of parameters, nonce and path, or of the
  /// challenge of a stream.
  func authent(_ text: String) -> String {
    let secret = Data(base64Encoded: credentials.secret) ?? Data()
    let digest = Data(SHA256.hash(data: Data(text.utf8)))
    return Data(HMAC<SHA512>.authenticationCode(for: digest, using: SymmetricKey(data: secret))).base64EncodedString()
  }
}
