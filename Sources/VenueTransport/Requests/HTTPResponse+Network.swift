import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import Venues

extension HTTPResponse {
  /// A response of the library.
  init(_ response: HTTPClient.Response) {
    self.init(
      status: Int(response.status.code), headers: response.headers.parameters,
      body: response.body.map { Array($0.readableBytesView) } ?? [])
  }
}

extension HTTPHeaders {
  /// Headers in our words.
  var parameters: [VenueRequest.Parameter] { map { VenueRequest.Parameter($0.name, $0.value) } }
}
