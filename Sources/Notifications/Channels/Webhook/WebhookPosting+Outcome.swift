import HedgeModel

extension WebhookPosting {
  /// Posts a body and tells what became of it.
  func deliver(_ body: [UInt8], to target: WebhookTarget, at now: Timestamp) async -> ChannelOutcome {
    do {
      let answer = try await post(target.post(body, at: now.milliseconds / 1000), limit: target.limit)
      return outcome(answer, target)
    } catch {
      return .failed(target.cleaned(error.words))
    }
  }

  /// A status of the 200s is a delivery. What is wrong with the request stays wrong; what is wrong with the receiver
  /// may pass.
  private func outcome(_ answer: WebhookAnswer, _ target: WebhookTarget) -> ChannelOutcome {
    let said = answer.excerpt.isEmpty ? "" : ": \(target.cleaned(answer.excerpt))"
    switch answer.status {
    case 200..<300: return .delivered("\(answer.status)\(said)")
    case 300..<400:
      return .refused("it answered \(answer.status); redirects are not followed, name the address it leads to")
    case 408, 425, 429: return .failed("it answered \(answer.status)\(said)", retryAfter: answer.retryAfter)
    case 400..<500: return .refused("it answered \(answer.status)\(said)")
    default: return .failed("it answered \(answer.status)\(said)", retryAfter: answer.retryAfter)
    }
  }
}
