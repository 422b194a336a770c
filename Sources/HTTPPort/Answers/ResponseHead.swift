import NIOHTTP1

/// The head of an answer.
enum ResponseHead {
  /// The head of `answer` to a request, or to one that was not understood.
  ///
  /// Nothing may be kept by anybody on the way, and nothing taken for anything else than it says. There is no word that
  /// would allow pages of other origins to read it.
  static func of(_ answer: PortAnswer, to request: HTTPRequestHead?, isLast: Bool) -> HTTPResponseHead {
    var headers: HTTPHeaders = [
      "Date": HTTPDate.now, "Content-Type": answer.contentType.rawValue, "Content-Length": "\(answer.body.count)",
      "Cache-Control": "no-store", "X-Content-Type-Options": "nosniff",
    ]
    if answer.status == 405 { headers.add(name: "Allow", value: "GET, HEAD") }
    if answer.status == 401 { headers.add(name: "WWW-Authenticate", value: "Bearer realm=\"hedgetop\"") }
    if isLast {
      headers.add(name: "Connection", value: "close")
    } else if request?.version.minor == 0 {
      headers.add(name: "Connection", value: "keep-alive")
    }
    return HTTPResponseHead(
      version: .http1_1, status: HTTPResponseStatus(statusCode: answer.status), headers: headers)
  }
}
