import HedgeModel

/// Kraken's names of coins that others call otherwise.
enum KrakenAsset {
  /// The coin of a name in any case: `xbt` is `BTC`.
  static func named(_ name: String) -> Asset {
    switch name.uppercased() {
    case "XBT": "BTC"
    case "XDG": "DOGE"
    case let other: Asset(other)
    }
  }
}
