import HedgeModel
import Testing

@testable import Venues

@Suite("Signed requests to Binance")
struct BinanceSignerTests {
  private static let signer = BinanceSigner(
    VenueCredentials(
      key: "vmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zvsw0MuIgwCIPy6utIco14y7Ju91duEh8A",
      secret: "NhqPtmdSJYdKjVHjA7PZj4Mge3R5YNiP1e3UZjInClVN65XAbvqqM6A7H5fATj0j"))

  @Test("have the signature of the venue's own example")
  func vector() {
    let payload =
      "symbol=LTCBTC&side=BUY&type=LIMIT&timeInForce=GTC&quantity=1&price=0.1&recvWindow=5000&timestamp=1499827319559"
    #expect(
      Self.signer.signature(of: payload) == "c8db56825ae71d6d79447849e617115f4a920fa2acdcab2b053c4b2838bd6b71")
  }

  @Test("carry parameters, time and signature in the address and the key in a header, and no secret")
  func request() throws {
    let time = Timestamp(milliseconds: 1_499_827_319_559)
    let request = VenueRequest(BinanceEndpoints.usdSymbolSettings, ["symbol": "币安USDT"])
    let signed = Self.signer.sign(request, base: "https://fapi.binance.com", at: time)
    let query = "symbol=%E5%B8%81%E5%AE%89USDT&recvWindow=5000&timestamp=1499827319559"
    #expect(
      signed.url
        == "https://fapi.binance.com/fapi/v1/symbolConfig?\(query)&signature=\(Self.signer.signature(of: query))")
    #expect(signed.headers.map(\.name) == ["X-MBX-APIKEY"])
    #expect(signed.body == nil && signed.method == .get)
    #expect(!signed.url.contains("NhqP") && !signed.description.contains("signature"))
  }

  @Test("without parameters are signed by their time alone")
  func bare() {
    let signed = Self.signer.sign(
      VenueRequest(BinanceEndpoints.coinAccount), base: "b", at: Timestamp(milliseconds: 5))
    let query = "recvWindow=5000&timestamp=5"
    #expect(signed.url == "b/dapi/v1/account?\(query)&signature=\(Self.signer.signature(of: query))")
  }
}
