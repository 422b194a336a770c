/// A frame that a server must not send (RFC 6455, section 5).
enum FrameFault: Error, CustomStringConvertible {
  case reservedBits
  case reservedOpcode
  case masked

  var description: String {
    switch self {
    case .reservedBits: "a frame uses an extension that was not agreed on"
    case .reservedOpcode: "a frame is of an unknown sort"
    case .masked: "a frame is masked, which a server's must not be"
    }
  }
}
