import Alerting
import FoundationEssentials
import HedgeModel
import MarketData

/// Everything that can change the state. There is no other way in.
public enum Action: Sendable {
  /// The timer has fired: this is the time, and this has arrived.
  case refresh(now: Timestamp, arrived: [FeedArrivals])
  /// Bars asked for at the start have come, together, so that betas are estimated once.
  case historyLoaded([LoadedHistory])
  /// Bars asked for cannot be had.
  case historyUnavailable(HistoryRequest, reason: String)
  /// Past funding payments have come, together, so that the figures are computed once.
  case fundingLoaded([LoadedFunding])
  /// Funding payments cannot be had; sums that would need them stay unknown.
  case fundingUnavailable(InstrumentID, reason: String)
  /// Another hedge ratio is being tried; nil when no longer.
  case preview(HedgeRatioTrial?)
  /// These studies are looked at from now on, and no others.
  case study(Set<StudyTopic>)
  /// The user has confirmed a decision; `by` is the command it was made in, nil for that of the journal's.
  case decide(DecisionRequest, by: String? = nil)
  /// The journal has kept a decision: now it counts.
  case recorded(Decision)
  /// Whether decisions can be kept has changed.
  case journal(JournalStanding)
  /// What the journal has of the recent past of each strategy, oldest first, so that a chart does not begin empty.
  case historyRecalled([String: [StrategySample]])
  /// The journal could not keep a decision: nothing has changed.
  case recordingFailed(Decision, reason: String)
  /// The configuration was read again, or what it rests on: watch this from here on.
  case reconfigure(StoreSettings, reason: String = "configuration read again")
  /// An account was read from its venue; what it holds is in the portfolio already.
  case accountRead(AccountID, AccountSnapshot)
  /// Something the user should read.
  case notice(String, Alert.Severity = .info)
}
