import Notifications
import VenueTransport
import Venues

/// Carries the posts of channels over the network.
struct WebhookNetwork: WebhookPosting {
  /// More than is shown, so that a secret told back is found whole before the text is cut.
  private static let excerptLimit = 2048
  private let sender: WebhookSender

  /// Posts go through `sender`.
  init(_ sender: WebhookSender) {
    self.sender = sender
  }

  func post(_ post: WebhookPost, limit: Duration) async throws(WebhookFault) -> WebhookAnswer {
    do {
      let response = try await sender.post(post.body, to: post.url, headers: post.headers, timeout: limit)
      return WebhookAnswer(
        status: response.status, retryAfter: response.header("Retry-After").flatMap { Int($0) }.map { .seconds($0) },
        excerpt: String(decoding: response.body.prefix(Self.excerptLimit), as: UTF8.self))
    } catch {
      throw WebhookFault(error.description)
    }
  }
}
