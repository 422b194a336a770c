import HedgeModel

/// What is still to be told is kept by whoever has the pen; where nothing can be written, by nobody.
extension PortfolioJournal: DeliveryJournal {
  /// Keeps deliveries; on disk when it returns.
  ///
  /// - Throws: ``JournalError``; then none of them is kept.
  public func keep(_ deliveries: [KeptDelivery]) throws -> [KeptDelivery] { try writable().keep(deliveries) }

  /// Forgets deliveries.
  ///
  /// - Throws: ``JournalError``.
  public func forget(deliveries ids: [Int64]) throws { try writable().forget(deliveries: ids) }

  /// What is still to be told, oldest first.
  ///
  /// - Throws: ``JournalError``.
  public func deliveries() throws -> [KeptDelivery] { try writable().deliveries() }

  /// Notes how a channel fares now.
  ///
  /// - Throws: ``JournalError``.
  public func note(_ channel: KeptChannelState) throws { try writable().note(channel) }

  /// How each channel fared last.
  ///
  /// - Throws: ``JournalError``.
  public func channelStates() throws -> [KeptChannelState] { try writable().channelStates() }
}
