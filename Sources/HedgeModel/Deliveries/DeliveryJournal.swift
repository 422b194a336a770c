/// Where what is still to be told is kept, so that it is told though the program ends in between.
public protocol DeliveryJournal: Sendable {
  /// Keeps deliveries durably and gives each its number; all of them or none.
  ///
  /// - Throws: when they cannot be kept.
  func keep(_ deliveries: [KeptDelivery]) throws -> [KeptDelivery]

  /// Forgets deliveries that were made or given up. Numbers nobody knows do not count.
  ///
  /// - Throws: when the storage cannot be written.
  func forget(deliveries: [Int64]) throws

  /// What is still to be told, oldest first.
  ///
  /// - Throws: when the storage cannot be read.
  func deliveries() throws -> [KeptDelivery]

  /// Notes how a channel fares now, in place of what was noted of it before.
  ///
  /// - Throws: when the storage cannot be written.
  func note(_ state: KeptChannelState) throws

  /// How each channel fared last, by name.
  ///
  /// - Throws: when the storage cannot be read.
  func channelStates() throws -> [KeptChannelState]
}
