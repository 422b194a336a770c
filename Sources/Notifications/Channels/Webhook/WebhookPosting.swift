/// Carries posts to receivers of messages. The one that does so over the network is made where the program is put
/// together; this room knows no socket.
public protocol WebhookPosting: Sendable {
  /// Sends a post and gives the answer, whatever its status. Redirects are answers.
  ///
  /// - Throws: ``WebhookFault`` when no answer came in time, or it was too large.
  func post(_ post: WebhookPost, limit: Duration) async throws(WebhookFault) -> WebhookAnswer
}
