import Notifications
import VenueTestServer
import VenueTransport
import Venues

/// The real sender, joined as the program joins it.
struct TestNetwork: WebhookPosting {
  let sender: WebhookSender

  init(forbidden: Set<String> = []) throws {
    sender = try WebhookSender(trusting: TestCertificate.authority(), forbidden: forbidden)
  }

  func post(_ post: WebhookPost, limit: Duration) async throws(WebhookFault) -> WebhookAnswer {
    do {
      let response = try await sender.post(post.body, to: post.url, headers: post.headers, timeout: limit)
      return WebhookAnswer(
        status: response.status, retryAfter: response.header("Retry-After").flatMap { Int($0) }.map { .seconds($0) },
        excerpt: String(decoding: response.body.prefix(2048), as: UTF8.self))
    } catch {
      throw WebhookFault(error.description)
    }
  }
}
