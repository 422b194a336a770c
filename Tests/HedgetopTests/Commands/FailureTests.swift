import ArgumentParser
import HedgeAnalytics
import HedgeConfiguration
import HedgeModel
import Journal
import MarketData
import Testing

@testable import hedgetop

@Suite struct FailureTests {
  @Test("errors of every room become words and an exit code")
  func mapping() throws {
    let feed = ProgramFailure(FeedError(place: "p.csv:3:1", message: "found x"))
    #expect(feed?.code == .configuration && feed?.message == "p.csv:3:1: found x")
    let issue = ConfigurationIssue(file: "c.toml", location: nil, message: "is wrong")
    let configuration = ProgramFailure(ConfigurationError(issues: [issue]))
    #expect(configuration?.code == .configuration && configuration?.message == "c.toml: is wrong")
    let journal = ProgramFailure(JournalError(.locked, place: "j.sqlite", detail: "is locked"))
    #expect(journal?.code == .runtime && journal?.message.contains("j.sqlite") == true)
    #expect(ProgramFailure(BacktestError.mark(at: Timestamp(milliseconds: 0)))?.code == .noData)
    let own = ProgramFailure(ProgramFailure(.breach, "beyond"))
    #expect(own?.code == .breach && own?.message == "beyond")
  }

  @Test("a request for help is no failure")
  func help() { #expect(ProgramFailure(CleanExit.helpRequest()) == nil) }

  @Test("exit codes are those that are documented")
  func codes() {
    let codes: [ProgramFailure.Code] = [.runtime, .configuration, .noData, .breach, .usage]
    #expect(codes.map(\.rawValue) == [1, 3, 4, 10, 64])
    let text = Hedgetop.configuration.discussion
    for code in codes { #expect(text.contains("\(code.rawValue) "), "\(code) is not documented") }
  }

  @Test("a verdict that cannot be made counts more than a breach")
  func verdicts() {
    let unknown = NetBetaFigures.Verdict.unknown(UnknownReason(.notReceived, "no price"))
    #expect(CheckCommand.code([.inBand]) == nil)
    #expect(CheckCommand.code([.inBand, .breach]) == .breach)
    #expect(CheckCommand.code([.breach, .stale]) == .noData)
    #expect(CheckCommand.code([unknown, .breach]) == .noData)
  }
}
