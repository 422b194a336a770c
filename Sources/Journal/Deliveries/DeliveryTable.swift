import GRDB
import HedgeModel

/// Reads what is still to be told, and how channels fare. A file that an older program wrote holds nothing of it.
enum DeliveryTable {
  /// What is still to be told, oldest first.
  static func deliveries(in database: Database) throws -> [KeptDelivery] {
    guard try database.tableExists("delivery") else { return [] }
    return try Row.fetchAll(database, sql: "SELECT id, channel, at, content FROM delivery ORDER BY id").map { row in
      KeptDelivery(
        id: row["id"], channel: row["channel"], at: Timestamp(milliseconds: row["at"]), content: row["content"])
    }
  }

  /// How each channel fared last, by name.
  static func states(in database: Database) throws -> [KeptChannelState] {
    guard try database.tableExists("channel") else { return [] }
    return try Row.fetchAll(database, sql: "SELECT name, state, words, at FROM channel ORDER BY name").map { row in
      KeptChannelState(
        name: row["name"], state: row["state"], words: row["words"], at: Timestamp(milliseconds: row["at"]))
    }
  }
}

extension JournalReader {
  /// What is still to be told, oldest first.
  public func deliveries() throws -> [KeptDelivery] { try read(DeliveryTable.deliveries) }

  /// How each channel fared last, by name.
  public func channelStates() throws -> [KeptChannelState] { try read(DeliveryTable.states) }
}
