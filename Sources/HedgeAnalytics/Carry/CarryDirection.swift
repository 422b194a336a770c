/// Which side of spot against future a carry trade stands on.
public enum CarryDirection: String, Hashable, Sendable, CaseIterable {
  /// Buy spot, sell the future: earns a positive basis, and the funding a short receives.
  case cashAndCarry = "cash-and-carry"
  /// Sell borrowed spot, buy the future: earns a negative basis, and the funding a long receives.
  case reverse = "reverse-carry"

  /// What a positive basis or rate brings: +1, or −1.
  var sign: Double { self == .cashAndCarry ? 1 : -1 }
}
