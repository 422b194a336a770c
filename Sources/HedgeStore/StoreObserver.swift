import Alerting

/// Hears what a store does: screens draw it, channels tell it, the journal keeps it.
///
/// Called on the main actor, after the action has been carried out; several may listen to one store, in the order in
/// which they were added. Each method does nothing unless it is implemented.
@MainActor
public protocol StoreObserver: AnyObject {
  /// There is a new snapshot.
  func storeDidPublish(_ snapshot: HedgeSnapshot)
  /// An alert was raised, has become worse, is told again, or is over. The snapshot of it follows.
  func storeDidTell(_ transition: AlertTransition)
}

extension StoreObserver {
  /// Does nothing.
  public func storeDidPublish(_ snapshot: HedgeSnapshot) {}
  /// Does nothing.
  public func storeDidTell(_ transition: AlertTransition) {}
}
