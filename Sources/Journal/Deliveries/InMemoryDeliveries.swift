import HedgeModel
import Synchronization

/// Deliveries that last as long as the process: where there is no place for a journal, and for tests.
public final class InMemoryDeliveries: DeliveryJournal {
  private struct Contents {
    var last: Int64 = 0
    var deliveries: [KeptDelivery] = []
    var states: [String: KeptChannelState] = [:]
  }

  private let contents = Mutex(Contents())

  /// Nothing to tell yet.
  public init() {}

  /// Keeps deliveries in memory and gives each its number.
  public func keep(_ deliveries: [KeptDelivery]) -> [KeptDelivery] {
    contents.withLock { contents in
      let kept = deliveries.map { delivery in
        contents.last += 1
        return KeptDelivery(
          id: contents.last, channel: delivery.channel, at: delivery.at, content: delivery.content)
      }
      contents.deliveries += kept
      return kept
    }
  }

  /// Forgets deliveries.
  public func forget(deliveries ids: [Int64]) {
    contents.withLock { $0.deliveries.removeAll { ids.contains($0.id) } }
  }

  /// What is still to be told, oldest first.
  public func deliveries() -> [KeptDelivery] { contents.withLock(\.deliveries) }

  /// Notes how a channel fares now.
  public func note(_ state: KeptChannelState) {
    contents.withLock { $0.states[state.name] = state }
  }

  /// How each channel fared last, by name.
  public func channelStates() -> [KeptChannelState] {
    contents.withLock { $0.states.values.sorted { $0.name < $1.name } }
  }
}
