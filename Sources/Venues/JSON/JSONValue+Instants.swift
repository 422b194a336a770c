import HedgeModel

/// Instants that a venue writes as text: `2022-12-01T00:00:00.122581Z`, in UTC. Read without a calendar, as tickers come
/// with them thousands of times a second.
extension JSONValue {
  /// The instant, to the millisecond; finer digits are cut off.
  ///
  /// - Throws: ``DecodingFault`` when this is no date with a time in UTC, or one that is not on the calendar.
  public func instant() throws(DecodingFault) -> Timestamp {
    let entry = entry
    let instant =
      entry.kind == .text
      ? text.bytes.withUnsafeBufferPointer { bytes in
        InstantGrammar.instant(of: UnsafeBufferPointer(rebasing: bytes[Int(entry.start)..<Int(entry.end)]))
      } : nil
    guard let instant else { throw fault("a time such as 2026-01-31T12:00:00.000Z") }
    return instant
  }

  /// The instant at `key`; nil when absent.
  ///
  /// - Throws: ``DecodingFault`` naming the key when it holds none.
  public func instant(_ key: StaticString) throws(DecodingFault) -> Timestamp? {
    guard let value = self[key] else { return nil }
    do throws(DecodingFault) { return try value.instant() } catch { throw error.within("\(key)") }
  }

  /// The instant at `key`.
  ///
  /// - Throws: ``DecodingFault`` naming the key when it is absent or none.
  public func needInstant(_ key: StaticString) throws(DecodingFault) -> Timestamp {
    guard let instant = try instant(key) else {
      throw DecodingFault("\(key)", found: "nothing", expected: "a time")
    }
    return instant
  }
}
