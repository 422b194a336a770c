import Alerting
import HedgeModel
import Testing

@testable import Notifications

@Suite struct AlertmanagerBodyTests {
  private static let raised = Timestamp(seconds: 1_700_000_000)

  private static func notice(_ event: Notice.Event, _ message: String, raisedAt: Timestamp = raised) -> Notice {
    Notice(
      event, portfolio: "Book", alert: "funding-cost/year/Main", severity: .warning, message: message,
      raisedAt: raisedAt)
  }

  @Test("labels name the trouble and are the same while it lasts and when it is over")
  func labels() {
    let now = Self.raised + .seconds(60)
    let lasting = AlertmanagerBody.lines(
      Message([], firing: [Self.notice(.raised, "12 %")], at: now), lasting: .seconds(240))
    let over = AlertmanagerBody.lines(Message([Self.notice(.cleared, "9 %")], at: now), lasting: .seconds(240))
    #expect(lasting.map(\.labels) == over.map(\.labels))
    #expect(lasting[0].labels["alertname"] == "HedgetopFundingCost")
    #expect(lasting[0].endsAt == (now + .seconds(240)).iso8601 && over[0].endsAt == now.iso8601)
    #expect(lasting[0].startsAt == Self.raised.iso8601)
  }

  @Test("in whole seconds, an alert that lasts is never told to end early, and one that is over not late")
  func wholeSeconds() {
    let now = Self.raised + .milliseconds(60_400)
    let lasting = AlertmanagerBody.lines(
      Message([], firing: [Self.notice(.raised, "12 %")], at: now), lasting: .seconds(240))
    let over = AlertmanagerBody.lines(Message([Self.notice(.cleared, "9 %")], at: now), lasting: .seconds(240))
    #expect(lasting[0].endsAt == (Self.raised + .seconds(301)).iso8601)
    #expect(over[0].endsAt == (Self.raised + .seconds(60)).iso8601)
  }

  @Test("of one alert the last word counts, and what lasts has it")
  func latest() {
    let now = Self.raised + .seconds(60)
    let told = AlertmanagerBody.lines(
      Message([Self.notice(.raised, "a"), Self.notice(.cleared, "a")], at: now), lasting: .seconds(240))
    #expect(told.map(\.endsAt) == [now.iso8601])
    let again = AlertmanagerBody.lines(
      Message([Self.notice(.cleared, "a")], firing: [Self.notice(.raised, "b")], at: now), lasting: .seconds(240))
    #expect(again.map(\.annotations["summary"]) == ["b"] && again[0].endsAt != now.iso8601)
  }

  @Test("a market ahead of the wall's clock begins no alert after its end")
  func future() {
    let now = Self.raised
    let ahead = Self.notice(.cleared, "a", raisedAt: now + .days(1))
    let line = AlertmanagerBody.lines(Message([ahead], at: now), lasting: .seconds(240))[0]
    #expect(line.startsAt <= line.endsAt)
  }
}
