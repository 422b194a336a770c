import Crypto
import FoundationEssentials
import HedgeModel

/// Signs by the header `Authorization: deri-hmac-sha256`, each request by itself, so that no token is kept.
public struct DeribitSigner: RequestSigner {
  private let credentials: VenueCredentials

  /// A signer of an account: client id and client secret.
  public init(_ credentials: VenueCredentials) {
    self.credentials = credentials
  }

  /// The request with its signature; that of ``DeribitEndpoints/authentication`` stands in its parameters.
  public func sign(_ request: VenueRequest, base: String, at time: Timestamp) -> HTTPRequest {
    let nonce = Self.nonce(request, time)
    if request.endpoint == DeribitEndpoints.authentication {
      return HTTPRequest(url: base + authentication(time, nonce).target)
    }
    let data = "\(request.endpoint.method.rawValue)\n\(request.target)\n\(request.body ?? "")\n"
    let signature = signature(time, nonce, data)
    let proof = "id=\(credentials.key),ts=\(time.milliseconds),sig=\(signature),nonce=\(nonce)"
    return HTTPRequest(
      method: request.endpoint.method, url: base + request.target,
      headers: [.init("Authorization", "deri-hmac-sha256 \(proof)")], body: request.body)
  }

  private func authentication(_ time: Timestamp, _ nonce: String) -> VenueRequest {
    VenueRequest(
      DeribitEndpoints.authentication,
      [
        "grant_type": "client_signature", "client_id": credentials.key, "timestamp": "\(time.milliseconds)",
        "nonce": nonce, "signature": signature(time, nonce, ""),
      ])
  }

  /// Hex of HMAC-SHA256 over time, nonce and data, a line each.
  func signature(_ time: Timestamp, _ nonce: String, _ data: String) -> String {
    let key = SymmetricKey(data: Data(credentials.secret.utf8))
    let text = "\(time.milliseconds)\n\(nonce)\n\(data)"
    return Self.hex(HMAC<SHA256>.authenticationCode(for: Data(text.utf8), using: key))
  }

  /// Used once: it differs with the time and with what is asked.
  private static func nonce(_ request: VenueRequest, _ time: Timestamp) -> String {
    hex(SHA256.hash(data: Data("\(time.milliseconds) \(request.target)".utf8)).prefix(8))
  }

  private static func hex(_ bytes: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
