import Foundation
import HedgeAnalytics
import HedgeConfiguration
import HedgeModel
import Panels
import Testing

@testable import hedgetop

@Suite struct TicketFileTests {
  private let ticket = TradeTicket(
    strategy: "Core", at: Timestamp(milliseconds: 0), currency: "USD",
    book: TicketBook(value: 1000, unhedgedBetaValue: 1000, legBetaValue: -500, hedgeRatio: 0.5), orders: [])

  @Test("a ticket is written as the command writes it, readable by its owner only")
  func written() throws {
    let folder = try TemporaryFolder()
    let csv = try TicketFile.write(ticket, .csv, to: folder.file("a.csv"))
    #expect(try String(contentsOfFile: csv, encoding: .utf8) == ticket.csv)
    let mode = try FileManager.default.attributesOfItem(atPath: csv)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    let json = try TicketFile.write(ticket, .json, to: folder.file("a.json"))
    #expect(try String(contentsOfFile: json, encoding: .utf8) == JSONOutput.text(TicketReport(ticket)))
  }

  @Test("a file that exists is left as it is, and the reason is said")
  func exists() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("mine", to: "mine.csv")
    let error = #expect(throws: ConfigurationError.self) { try TicketFile.write(ticket, .csv, to: path) }
    #expect(error?.description.contains("exists and is left as it is") == true)
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "mine")
  }

  @Test("~ is the user's home")
  func home() throws {
    let folder = try TemporaryFolder()
    let path = try TicketFile.write(ticket, .csv, to: "~/b.csv", home: folder.path)
    #expect(FileManager.default.fileExists(atPath: path) && !path.contains("~"))
  }
}
