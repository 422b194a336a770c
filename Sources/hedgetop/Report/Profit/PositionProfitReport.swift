import HedgeAnalytics
import HedgeModel

/// The profit of one position, as JSON.
struct PositionProfitReport: Encodable {
  /// What people call it: its symbol, or the coin and the account whose collateral it is.
  let position: String
  let kind: String
  @Nullable var instrument: String?
  @Nullable var account: String?
  @Nullable var asset: String?
  /// When it begins to count; null when its opening is not stated.
  @Nullable var since: String?
  let parts: ProfitPartsReport

  init(_ figures: PositionAttribution, now: Timestamp) {
    since = figures.since?.iso8601
    parts = ProfitPartsReport(figures.parts, now: now)
    switch figures.id {
    case .holding(let id):
      (position, kind, instrument) = (id.symbol, "holding", id.description)
    case .leg(let leg):
      (position, kind, instrument) = (leg.instrument.symbol, "leg", leg.instrument.description)
      account = leg.account.name
    case .wallet(let id, let coin):
      (position, kind) = ("\(coin.symbol) in \(id.name)", "wallet")
      (account, asset) = (id.name, coin.symbol)
    case .margin(let leg):
      (position, kind, instrument) = ("margin of \(leg.instrument.symbol)", "margin", leg.instrument.description)
      account = leg.account.name
    }
  }
}
