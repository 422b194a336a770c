/// A value that JSON tells as null when there is none, so that its key never goes missing.
@propertyWrapper
struct Nullable<Value: Encodable & Sendable>: Encodable, Sendable {
  /// The value; nil is written as null.
  var wrappedValue: Value?

  init(wrappedValue: Value?) {
    self.wrappedValue = wrappedValue
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    if let wrappedValue, (wrappedValue as? Double)?.isFinite ?? true {
      try container.encode(wrappedValue)
    } else {
      try container.encodeNil()
    }
  }
}
