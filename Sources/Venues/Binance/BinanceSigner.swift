import Crypto
import FoundationEssentials
import HedgeModel

/// Signs requests as Binance wants it: HMAC-SHA256 of the percent-encoded parameters, as hexadecimal digits behind them.
public struct BinanceSigner: RequestSigner {
  /// How long a request stays valid, in milliseconds: what the venue recommends at most.
  private static var receiveWindow: Int { 5000 }

  private let key: String
  private let secret: SymmetricKey

  /// A signer with the key and secret of one account.
  public init(_ credentials: VenueCredentials) {
    key = credentials.key
    secret = SymmetricKey(data: Array(credentials.secret.utf8))
  }

  /// The request with the time, the signature and the key.
  public func sign(_ request: VenueRequest, base: String, at time: Timestamp) -> HTTPRequest {
    let query = request.encodedQuery
    let signed =
      (query.isEmpty ? "" : query + "&") + "recvWindow=\(Self.receiveWindow)&timestamp=\(time.milliseconds)"
    return HTTPRequest(
      method: request.endpoint.method,
      url: "\(base)\(request.endpoint.path)?\(signed)&signature=\(signature(of: signed))",
      headers: [.init("X-MBX-APIKEY", key)])
  }

  /// The signature of `payload`.
  func signature(of payload: String) -> String {
    let digits = Array("0123456789abcdef".utf8)
    let code = HMAC<SHA256>.authenticationCode(for: Array(payload.utf8), using: secret)
    return String(decoding: code.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
