import Foundation
import HedgeModel
import Testing

@testable import Journal

/// A running monitor's journal: who writes, who watches, and what happens when that changes.
@Suite("The journal of a running monitor") struct PortfolioJournalTests {
  private static let now = Timestamp(milliseconds: 1_700_000_000_000)
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func open(_ command: String = "watch", at now: Timestamp = now) throws -> PortfolioJournal {
    try PortfolioJournal(portfolio: "Main", folder: folder.path, command: command, now: now)
  }

  private func ratio(_ value: Int) -> Decision {
    Decision(
      at: Self.now, strategy: "Core", change: .hedgeRatio(old: Decimal(value - 1) / 100, new: Decimal(value) / 100))
  }

  @Test("the first has the pen; the second says who, and refuses to decide with the same words")
  func two() throws {
    let (first, second) = (try open("run"), try open())
    #expect(first.standing == .writes)
    let words = "hedgetop run, pid \(ProcessInfo.processInfo.processIdentifier), since 2023-11-14T22:13:20Z"
    #expect(second.standing == .watches(holder: words))
    let error = #expect(throws: JournalError.self) { try second.record(ratio(1)) }
    #expect(error?.kind == .heldElsewhere && error?.description.contains(words) == true)
    #expect(first.decisions().isEmpty)
  }

  @Test("the second hears of every decision of the first, once and in order, also of those made before it began")
  func following() throws {
    let first = try open()
    let before = try first.record(ratio(1))
    let second = try open()
    #expect(second.decisions() == [before])
    var heard: [Decision] = []
    var made: [Decision] = []
    for round in 2..<12 {
      for _ in 0..<(round % 3) { made.append(try first.record(ratio(round))) }
      heard += second.follow(at: Self.now).decisions
      #expect(heard == made)
    }
    #expect(second.follow(at: Self.now).decisions.isEmpty && first.follow(at: Self.now).decisions.isEmpty)
    #expect(second.decisions() == [before] + made)
  }

  @Test("a second that began before there was a journal hears of it all the same")
  func early() throws {
    let pen = Pen(ofJournal: SQLiteJournal.path(ofPortfolio: "Main", in: folder.path))
    #expect(try pen.take(PenHolder(process: 1, command: "watch", since: Self.now)))
    let second = try open()
    #expect(second.follow(at: Self.now).decisions.isEmpty && second.decisions().isEmpty)
    let kept = try SQLiteJournal(portfolio: "Main", folder: folder.path).record(ratio(1))
    #expect(second.follow(at: Self.now).decisions == [kept])
  }

  @Test("when the first ends the second takes the pen, has every decision, says so, and decides")
  func takingOver() throws {
    let first = try open()
    let second = try open()
    #expect(second.follow(at: Self.now).standing != .writes)
    let last = try first.record(ratio(1))
    first.close()
    let news = second.follow(at: Self.now)
    #expect(news.standing == .writes && news.decisions == [last])
    #expect(news.notices == ["this hedgetop has the pen now: decisions are kept here"])
    #expect(try second.record(ratio(2)).id == last.id + 1)
    #expect(throws: JournalError.self) { try first.record(ratio(3)) }
  }

  @Test("commands that only read take no pen, make no file, and refuse to decide")
  func reading() throws {
    let nothing = try ReadingJournal(portfolio: "Main", folder: folder.path + "/none")
    #expect(try nothing.decisions().isEmpty && folder.names.isEmpty)
    let first = try open()
    _ = try first.record(ratio(1))
    let reader = try ReadingJournal(portfolio: "Main", folder: folder.path)
    #expect(try reader.decisions() == first.decisions())
    let error = #expect(throws: JournalError.self) { try reader.record(ratio(2)) }
    #expect(error?.kind == .readingOnly)
    first.close()
    _ = try ReadingJournal(portfolio: "Main", folder: folder.path).decisions()
    #expect(try open().standing == .writes)
  }

  @Test("a folder that cannot be made is a warning, and everything goes on when it can be")
  func folderInTheWay() throws {
    let state = folder.path + "/state"
    try Data("in the way".utf8).write(to: URL(fileURLWithPath: state))
    let journal = try PortfolioJournal(portfolio: "Main", folder: state, command: "watch", now: Self.now)
    guard case .unkept(let reason) = journal.standing else {
      Issue.record("\(journal.standing)")
      return
    }
    #expect(reason.contains(state) && journal.decisions().isEmpty)
    #expect(throws: JournalError.self) { try journal.record(ratio(1)) }
    try FileManager.default.removeItem(atPath: state)
    #expect(journal.follow(at: Self.now + .seconds(1)).standing != .writes, "not tried again at each refresh")
    let news = journal.follow(at: Self.now + .seconds(6))
    #expect(news.standing == .writes && news.notices == ["decisions can be kept again"])
    #expect(try journal.record(ratio(1)).id == 1)
  }

  @Test("history that cannot be written is told once, waits, and is written when it can be; decisions go on")
  func fullDisk() throws {
    let limit = PageLimit()
    let journal = try SQLiteJournal(portfolio: "Main", folder: folder.path)
    let trouble = WriterTrouble()
    let writer = JournalWriter(
      .init(path: journal.path, retention: HistoryRetention(), gate: journal.gate, prepare: limit.apply)
    ) { trouble.put($0) }
    limit.pages = 1
    for second in 0..<100 { keep(writer, second) }
    writer.flush()
    #expect(trouble.current?.kind == .diskFull)
    #expect(try journal.record(ratio(1)).id == 1)
    limit.pages = 1_000_000
    keep(writer, 100)
    writer.flush()
    #expect(trouble.current == nil)
    let reader = try #require(try JournalReader(portfolio: "Main", folder: folder.path))
    let query = HistoryQuery(
      strategy: "Core", figures: [.netBeta], since: Self.now, until: Self.now + .hours(1), points: 1000)
    #expect(try reader.series(query).columns[.netBeta]?.last == (0...100).map { Double($0) })
  }

  private func keep(_ writer: JournalWriter, _ second: Int) {
    writer.take {
      [
        HistorySample(at: Self.now + .seconds(second), strategy: "Core") {
          $0 == .netBeta ? Double(second) : Double(second) / 7
        }
      ]
    }
  }

  @Test("of each alert what was told last is known, but for reminders")
  func lastAlerts() throws {
    let journal = try open()
    #expect(try journal.lastAlerts() == [])
    let told: [(AlertEvent.Kind, String, String)] = [
      (.raised, "drift/Core", "warning"), (.escalated, "drift/Core", "critical"), (.reminded, "drift/Core", "critical"),
      (.raised, "margin/main", "warning"), (.cleared, "margin/main", "warning"),
    ]
    for (index, (kind, alert, severity)) in told.enumerated() {
      journal.keep(
        AlertEvent(at: Self.now + .seconds(index), kind: kind, alert: alert, severity: severity, message: "words"))
    }
    journal.settle()
    let known = try journal.lastAlerts().sorted { $0.id < $1.id }
    #expect(
      known == [
        KeptAlert(id: "drift/Core", severity: "critical", isOver: false, at: Self.now + .seconds(1)),
        KeptAlert(id: "margin/main", severity: "warning", isOver: true, at: Self.now + .seconds(4)),
      ])
    #expect(try ReadingJournal(portfolio: "Main", folder: folder.path).lastAlerts().count == 2)
  }

  @Test("alerts and payments come back as they were kept, exact, of the time asked for")
  func keeping() throws {
    let journal = try open()
    let events = AlertEvent.Kind.allCases.enumerated().map { index, kind in
      AlertEvent(
        at: Self.now + .seconds(index), kind: kind, alert: "drift/Core", severity: "warning",
        message: Samples.texts[index])
    }
    for event in events { journal.keep(event) }
    let payments = Samples.extremes.enumerated().map { index, value in
      LegPayment(
        leg: Samples.leg, time: Self.now + .hours(Double(index)), rate: value, contracts: value,
        mark: index == 0 ? nil : value, amount: index == 0 ? nil : value, currency: "USDT")
    }
    let stamps = [
      FundingStamp(time: Self.now, rate: 0.0001, markPrice: 65_000.1),
      FundingStamp(time: Self.now + .hours(8), rate: -0.1, markPrice: nil),
    ]
    let funding = KeptFunding(
      Samples.leg.instrument, stamps: stamps, spans: [FundingSpan(since: Self.now - .hours(8), until: Self.now)])
    journal.keep(funding: { (payments, [funding]) }, at: Self.now)
    journal.settle()
    let reader = try #require(try JournalReader(portfolio: "Main", folder: folder.path))
    #expect(try reader.alerts(from: Self.now, to: Self.now + .days(1)) == events)
    #expect(try reader.alerts(from: Self.now + .seconds(1), to: Self.now + .seconds(2)) == Array(events[1...2]))
    #expect(try reader.payments(from: Self.now, to: Self.now + .days(9)) == payments)
    #expect(try reader.funding() == [funding])
    let changed = KeptFunding(
      funding.instrument, stamps: [stamps[1]], spans: [FundingSpan(since: Self.now, until: Self.now + .hours(8))])
    journal.keep(funding: { (Array(payments.prefix(1)), [changed]) }, at: Self.now)
    journal.settle()
    #expect(try reader.payments(from: Self.now, to: Self.now + .days(9)) == payments, "once each")
    #expect(try reader.funding() == [KeptFunding(funding.instrument, stamps: stamps, spans: changed.spans)])
  }

  @Test("files beside the journal belong to the user alone")
  func privacy() throws {
    let journal = try open()
    keep(journal.writer, 1)
    journal.settle()
    for name in folder.names { #expect(try folder.permissions(name) == 0o600, "\(name)") }
    #expect(folder.names.contains("Main.sqlite.pen"))
  }
}
