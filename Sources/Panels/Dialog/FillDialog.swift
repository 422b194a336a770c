import FoundationEssentials
import HedgeAnalytics
import HedgeModel

/// The record of a trade the user has made: contracts and price, prefilled from a suggestion and editable. A value;
/// it records nothing.
public struct FillDialog: Hashable, Sendable {
  /// What can be edited.
  public enum Field: Int, Hashable, Sendable, CaseIterable {
    /// Signed contracts.
    case contracts
    /// The price of the trade.
    case price
  }

  /// A trade that may be recorded.
  public struct Choice: Hashable, Sendable {
    /// The leg it is of.
    public let leg: LegID
    /// Signed contracts, as suggested.
    public let contracts: Decimal
    /// The price assumed.
    public let price: Double
    /// The future's specification.
    public let instrument: Instrument
  }

  /// The trades to choose from, at least one.
  public let choices: [Choice]
  /// Index of the one shown.
  public private(set) var index: Int
  /// The field the keys go to.
  public private(set) var field = Field.contracts
  /// What is typed in each field.
  public private(set) var contracts: LineEditor
  /// What is typed in each field.
  public private(set) var price: LineEditor

  /// A dialog for the suggestions of a strategy; nil when there is none to record.
  ///
  /// - Parameter preferred: the leg to begin with, when it has a suggestion.
  public init?(_ strategy: StrategyFigures, preferred: LegID? = nil) {
    let choices = strategy.suggestions.compactMap { suggestion in
      strategy.legs.first { $0.id == suggestion.leg }.map {
        Choice(leg: $0.id, contracts: suggestion.contracts, price: suggestion.price, instrument: $0.instrument)
      }
    }
    self.init(choices, preferred: preferred)
  }

  /// A dialog for the lines of a ticket; nil when none of them is a trade of a leg.
  ///
  /// - Parameter preferred: the line to begin with.
  init?(_ ticket: TradeTicket, preferred: TradeTicket.LineID?) {
    func leg(_ line: TradeTicket.LineID) -> LegID? {
      line.account.map { LegID(strategy: ticket.strategy, instrument: line.instrument, account: $0) }
    }
    let choices = ticket.lines.compactMap { line in
      leg(line.id).map {
        Choice(leg: $0, contracts: line.contracts, price: line.price, instrument: line.instrument)
      }
    }
    self.init(choices, preferred: preferred.flatMap(leg))
  }

  private init?(_ choices: [Choice], preferred: LegID?) {
    guard !choices.isEmpty else { return nil }
    self.choices = choices
    index = choices.firstIndex { $0.leg == preferred } ?? 0
    contracts = LineEditor()
    price = LineEditor()
    prefill()
  }

  /// The trade shown.
  public var choice: Choice { choices[index] }

  mutating func reduce(_ command: KeyCommand) -> DialogOutcome {
    switch command {
    case .nextField, .previousField: field = field == .contracts ? .price : .contracts
    case .nextChoice: turn(by: 1)
    case .previousChoice: turn(by: -1)
    case .rubOut: edit { $0.rubOut() }
    case .rubOutAll: edit { $0.clear() }
    case .accept: return trade == nil ? .stays : .asks
    case .back: return .closes
    default: break
    }
    return .stays
  }

  /// Takes typed text into the field the keys go to; only what numbers are made of.
  mutating func type(_ text: String) {
    let wanted = text.filter { "0123456789.,-+".contains($0) }
    edit { $0.insert(wanted) }
  }

  private mutating func edit(_ change: (inout LineEditor) -> Void) {
    switch field {
    case .contracts: change(&contracts)
    case .price: change(&price)
    }
  }

  private mutating func turn(by step: Int) {
    index = (index + step + choices.count) % choices.count
    prefill()
  }

  private mutating func prefill() {
    contracts = LineEditor(choice.contracts.description)
    price = LineEditor(FillDialog.onTick(choice.price, choice.instrument.tickSize)?.description ?? "")
  }
}
