import FoundationEssentials
import HedgeModel

/// The part of an account's coins that one strategy stands for.
///
/// Coins in a wallet belong to the strategies with legs in that account, by their share of its gross notional (in
/// equal parts while nothing is held); the coins of an unrealised profit, and an isolated margin, belong to the
/// strategy whose leg it is. The coins of an account without legs belong to none.
struct CollateralPosition {
  let account: AccountID
  let asset: Asset
  let quantity: Reading<Double>
  /// The quantity when it is a stated balance and nothing else.
  let exactQuantity: Decimal?
}
