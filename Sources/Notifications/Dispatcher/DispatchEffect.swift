/// What the dispatcher asks the outside to do, in this order.
public enum DispatchEffect: Hashable, Sendable {
  /// Keep these in the journal and hand them back with their numbers, by ``Dispatcher/queue(_:)``.
  case keep([Delivery])
  /// Send a message to the channel of that name and say what became of it, by ``Dispatcher/finish(_:_:at:)``.
  case send(String, Message)
  /// Forget these in the journal: they were told or given up.
  case forget([Int64])
  /// A channel fares otherwise.
  case report(ChannelReport)
}
