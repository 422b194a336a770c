import FoundationEssentials
import HedgeModel
import HedgeStore
import Journal

/// One entry of the audit trail. Decimals are texts, so that none is rounded on its way.
struct KeptEntry: Encodable {
  let at: String
  let kind: LogReport.Kind
  let what: String
  @Nullable var id: String? = nil
  @Nullable var strategy: String? = nil
  @Nullable var command: String? = nil
  @Nullable var instrument: String? = nil
  @Nullable var account: String? = nil
  @Nullable var old: String? = nil
  @Nullable var new: String? = nil
  @Nullable var amount: String? = nil
  @Nullable var currency: String? = nil
  @Nullable var rate: String? = nil
  @Nullable var contracts: String? = nil
  @Nullable var price: String? = nil
  @Nullable var severity: String? = nil
  let words: String

  /// The columns of a row, as the keys in JSON.
  static let columns = [
    "at", "kind", "what", "id", "strategy", "command", "instrument", "account", "old", "new", "amount", "currency",
    "rate", "contracts", "price", "severity", "words",
  ]

  /// The cells of a row.
  var cells: [String?] {
    [
      at, kind.rawValue, what, id, strategy, command, instrument, account, old, new, amount, currency, rate, contracts,
      price, severity, words,
    ]
  }

  private init(_ at: Timestamp, _ kind: LogReport.Kind, _ what: String, words: String) {
    self.at = at.iso8601
    self.kind = kind
    self.what = what
    self.words = words
  }
}

extension KeptEntry {
  /// A decision with the value before and after.
  init(_ decision: Decision) {
    self.init(decision.at, .decision, decision.change.word, words: decision.words)
    id = "\(decision.id)"
    strategy = decision.strategy.isEmpty ? nil : decision.strategy
    command = decision.command
    switch decision.change {
    case .hedgeRatio(let before, let after), .netBeta(let before, let after):
      (old, new) = (before.description, after.description)
    case .fill(let fill):
      (instrument, account) = (fill.leg.instrument.description, fill.leg.account.name)
      (old, new) = (fill.oldContracts.description, fill.newContracts.description)
      (contracts, price) = (fill.contracts.description, fill.price.description)
    case .acknowledgement(let alert): new = alert
    case .snooze(let alert, let until): (old, new) = (alert, until.iso8601)
    case .undo(let undone): old = "\(undone)"
    case .review: break
    }
  }

  /// What was told of an alert.
  init(_ event: AlertEvent) {
    self.init(event.at, .alert, event.kind.rawValue, words: event.message)
    id = event.alert
    severity = event.severity
  }

  /// A funding payment.
  init(_ payment: LegPayment) {
    let sum = payment.amount.map { "\($0) \(payment.currency)" } ?? "an unknown amount"
    let direction = payment.amount.map { $0 < 0 ? "paid" : "received" } ?? "was paid or received"
    self.init(
      payment.time, .funding, "payment",
      words: "\(payment.leg.strategy): \(payment.leg.instrument) \(direction) \(sum) at \(payment.rate)")
    strategy = payment.leg.strategy
    (instrument, account) = (payment.leg.instrument.description, payment.leg.account.name)
    (amount, currency) = (payment.amount?.description, payment.currency.symbol)
    (rate, contracts, price) = (payment.rate.description, payment.contracts.description, payment.mark?.description)
  }
}

extension Decision.Change {
  /// The word it is kept under.
  fileprivate var word: String {
    switch self {
    case .hedgeRatio: "hedge_ratio"
    case .netBeta: "net_beta"
    case .fill: "fill"
    case .review: "review"
    case .acknowledgement: "acknowledgement"
    case .snooze: "snooze"
    case .undo: "undo"
    }
  }
}
