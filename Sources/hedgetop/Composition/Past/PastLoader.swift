import HedgeModel
import Panels

/// Reads the past beside the main actor, as often as its plan allows, and hands it over.
@MainActor
final class PastLoader {
  private let reader: PastReader
  private let deliver: @MainActor (HistoryView) -> Void
  private var plan = PastPlan()

  /// A loader that has read nothing yet.
  ///
  /// - Parameter deliver: gets what was read.
  init(_ reader: PastReader, deliver: @escaping @MainActor (HistoryView) -> Void) {
    self.reader = reader
    self.deliver = deliver
  }

  /// Looks whether something is to be read; called whenever what is shown may have changed, and with every refresh.
  func want(_ request: HistoryRequest?, until now: Timestamp) {
    guard let request = plan.next(request, at: .now) else { return }
    Task { [reader] in
      let view = await Task.detached { reader.view(request, until: now) }.value
      plan.done(at: .now, showing: view.until - view.since)
      deliver(view)
    }
  }
}
