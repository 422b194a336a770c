import FoundationEssentials
import HedgeModel

extension OrderBook.Level {
  /// A level written as an array that begins with price and quantity: `["40186", "5.0183", …]`.
  ///
  /// - Throws: ``DecodingFault`` when there are not two numbers.
  static func pair(_ value: JSONValue) throws(DecodingFault) -> OrderBook.Level {
    guard let price = value[0], let quantity = value[1] else { throw value.fault("price and quantity") }
    return OrderBook.Level(price: try price.decimal(), quantity: try quantity.decimal())
  }
}

extension OrderBook {
  /// A book of the levels of both sides; levels nobody is left at are dropped.
  ///
  /// - Throws: ``DecodingFault`` when it cannot be right: see the initialiser.
  static func of(bids: [Level], asks: [Level]) throws(DecodingFault) -> OrderBook {
    guard let book = OrderBook(bids: bids.filter { $0.quantity != 0 }, asks: asks.filter { $0.quantity != 0 }) else {
      throw DecodingFault("book", found: "sides that overlap or a price below zero", expected: "an order book")
    }
    return book
  }
}
