import HedgeModel

/// What answers of several parts have in common.
enum HyperliquidPages {
  /// Calls `body` with each perpetual of `metaAndAssetCtxs` and its state, which stands at the same place of a list of
  /// its own.
  ///
  /// - Throws: ``DecodingFault`` when the two lists differ in length: the state of which is whose is not known then.
  static func perpetuals(
    of answer: JSONValue, _ body: (JSONValue, JSONValue?) throws(DecodingFault) -> Void
  ) throws(DecodingFault) {
    guard let universe = answer[0]?["universe"], let list = answer[1] else {
      throw answer.fault("perpetuals and their state")
    }
    let contexts = Array(list.elements)
    let rows = Array(universe.elements)
    guard rows.count == contexts.count else {
      throw DecodingFault("1", found: "\(contexts.count) states", expected: "\(rows.count) states")
    }
    for (row, context) in zip(rows, contexts) { try body(row, context.isAbsent ? nil : context) }
  }
}
