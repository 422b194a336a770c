import HedgeModel

/// The exchanges hedgetop knows, by the name their instruments begin with.
public enum VenueDirectory {
  /// What is needed to read an account.
  public struct AccountAccess: Sendable {
    /// What is asked.
    public let reader: any VenueAccountReader
    /// Signs what is asked; nil of a venue where an address is enough.
    public let signer: (any RequestSigner)?
  }

  /// All names, sorted.
  public static let names: [String] = entries.keys.sorted()
  /// Names of those whose accounts can be read, sorted.
  public static let accountNames: [String] = entries.filter { $0.value.account != nil }.keys.sorted()

  /// The market of this name; nil when there is none.
  ///
  /// - Parameters:
  ///   - restBase: scheme and host of its questions; nil for the usual one.
  ///   - streamBase: scheme and host of its streams; nil for the usual one.
  public static func market(
    _ name: String, restBase: String? = nil, streamBase: String? = nil
  ) -> (any VenueMarket)? {
    entries[name]?.market(restBase, streamBase)
  }

  /// The name in print; nil for no venue.
  public static func title(_ name: String) -> String? { market(name)?.profile.title }

  /// The market that is asked as well to read an account at `name`, with the same key; nil when none is.
  public static func wallet(of name: String) -> String? { entries[name]?.wallet }

  /// How an account there is read; nil when it cannot be.
  ///
  /// - Parameter wallet: a client of the market that ``wallet(of:)`` names, signing with the same key.
  public static func account(
    _ name: String, _ credentials: VenueCredentials, wallet: (any VenueClient)? = nil
  ) -> AccountAccess? {
    entries[name]?.account?(credentials, wallet)
  }
}

extension VenueDirectory {
  /// The domains of all exchanges: `binance.com`. What is not meant for an exchange is sent to none of them.
  public static let hosts: Set<String> = Set(
    names.compactMap { name in
      guard let base = market(name)?.profile.restBase else { return nil }
      let host = base.split(separator: "/").last ?? ""
      return host.split(separator: ".").suffix(2).joined(separator: ".")
    })
}
