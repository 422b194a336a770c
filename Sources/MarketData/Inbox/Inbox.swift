import HedgeModel
import Synchronization

/// Where feeds leave their events until the store's timer fetches them.
///
/// Any thread may post. Updates of the same instrument and sort overwrite each other, so a slow screen never makes a
/// queue grow; bars, funding stamps and signals are kept in order.
public final class Inbox: Sendable {
  private let contents = Mutex(InboxContents())

  /// An empty inbox.
  public init() {}

  /// Leaves one event.
  public func post(_ event: FeedEvent) {
    contents.withLock { $0.insert(event) }
  }

  /// Leaves several events under one lock.
  public func post(contentsOf events: some Sequence<FeedEvent>) {
    contents.withLock { contents in
      for event in events { contents.insert(event) }
    }
  }

  /// Takes everything that has arrived since the last call.
  public func drain() -> InboxContents {
    contents.withLock { contents in
      let taken = contents
      contents.removeAll()
      return taken
    }
  }
}
