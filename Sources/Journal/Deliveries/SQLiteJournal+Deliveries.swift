import GRDB
import HedgeModel

extension SQLiteJournal: DeliveryJournal {
  /// Keeps deliveries in one transaction and gives each its number; on disk when it returns.
  ///
  /// - Throws: ``JournalError``; then none of them is kept.
  public func keep(_ deliveries: [KeptDelivery]) throws -> [KeptDelivery] {
    try write { database in
      try deliveries.map { delivery in
        let content = try UnrepresentableValue.wholeText(delivery.content, "message")
        let channel = try UnrepresentableValue.wholeText(delivery.channel, "channel")
        try database.cachedStatement(sql: "INSERT INTO delivery (channel, at, content) VALUES (?, ?, ?)")
          .execute(arguments: [channel, delivery.at.milliseconds, content])
        return KeptDelivery(id: database.lastInsertedRowID, channel: channel, at: delivery.at, content: content)
      }
    }
  }

  /// Forgets deliveries in one transaction.
  ///
  /// - Throws: ``JournalError``.
  public func forget(deliveries ids: [Int64]) throws {
    guard !ids.isEmpty else { return }
    try write { database in
      let statement = try database.cachedStatement(sql: "DELETE FROM delivery WHERE id = ?")
      for id in ids { try statement.execute(arguments: [id]) }
    }
  }

  /// What is still to be told, oldest first.
  ///
  /// - Throws: ``JournalError``; of kind `damaged` when a row cannot be read.
  public func deliveries() throws -> [KeptDelivery] {
    try JournalError.naming(path) { try queue.read(DeliveryTable.deliveries) }
  }

  /// Notes how a channel fares now.
  ///
  /// - Throws: ``JournalError``.
  public func note(_ state: KeptChannelState) throws {
    try write { database in
      try database.execute(
        sql: "INSERT OR REPLACE INTO channel (name, state, words, at) VALUES (?, ?, ?, ?)",
        arguments: [
          try UnrepresentableValue.wholeText(state.name, "channel"), state.state,
          try UnrepresentableValue.wholeText(state.words, "state"), state.at.milliseconds,
        ])
    }
  }

  /// How each channel fared last.
  ///
  /// - Throws: ``JournalError``.
  public func channelStates() throws -> [KeptChannelState] {
    try JournalError.naming(path) { try queue.read(DeliveryTable.states) }
  }

  private func write<Value: Sendable>(_ body: (Database) throws -> Value) throws -> Value {
    try JournalError.naming(path) { try gate.pass { try queue.write(body) } }
  }
}
