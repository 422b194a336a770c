/// What an account at an exchange that is not there holds, as a test has set it.
public struct FakeAccount: Sendable {
  /// A position.
  public struct Position: Sendable {
    /// The exchange's symbol.
    public var symbol: String
    /// Coins, negative when short, as the exchange writes it; nil when it does not tell.
    public var size: Double?
    /// The average price it was opened at.
    public var entry: Double

    /// A position; see the properties.
    public init(_ symbol: String, _ size: Double?, entry: Double) {
      self.symbol = symbol
      self.size = size
      self.entry = entry
    }
  }

  /// The balance without unrealised profit, in the currency of its margin.
  public var wallet: Double
  /// Open positions, all cross.
  public var positions: [Position] = []
  /// Coins in the spot wallet.
  public var coins: [String: Double] = [:]
  /// What the exchange multiplies each maintenance margin with: a table of its own, when it is not 1.
  public var marginFactor = 1.0
  /// Whether its key may do more than read.
  public var keyMayTrade = false

  init(wallet: Double) {
    self.wallet = wallet
  }
}
