import Foundation
import Testing

@testable import Venues

/// What venues really sent, kept beside the checkout; tests that need it are skipped where it is absent:
/// `@Test("…", .enabled(if: VenuePayloads.arePresent, VenuePayloads.absence))`.
struct VenuePayloads: Sendable {
  /// One file of a venue, as its index tells of it.
  struct Entry: Sendable, CustomTestStringConvertible {
    let venue: String
    let file: String
    let type: String
    let evidence: String
    let path: String?
    let query: String?
    /// What was asked in the body; nil for none.
    let body: String?
    let status: Int?
    /// The file with another project's reading of the same message; nil for none.
    let expected: String?

    /// The bytes of it.
    func bytes() throws -> [UInt8] { try VenuePayloads(venue).bytes(file) }

    /// The bytes of it as text.
    func text() throws -> String { String(decoding: try bytes(), as: UTF8.self) }

    /// The value of it.
    func json() throws -> JSONValue { try JSONText(bytes()).root }

    /// Another project's reading of it.
    func expectedJSON() throws -> JSONValue? { try expected.map { try VenuePayloads(venue).json($0) } }

    var testDescription: String { "\(venue)/\(file)" }
  }

  /// One message of a recorded WebSocket session.
  struct Message: Sendable {
    enum Direction: String, Sendable {
      /// The address that was connected to.
      case connect
      case send
      case recv
    }

    /// When, in seconds since 1970; nil where the recording does not tell.
    let seconds: Double?
    let direction: Direction
    let text: String
  }

  static let absence: Comment = "the recorded messages of venues are not beside this package"

  /// `../shared/data/venues` as seen from the package.
  static let folder: URL = {
    var package = URL(filePath: #filePath).resolvingSymlinksInPath()
    for _ in 0..<4 { package.deleteLastPathComponent() }
    return package.deletingLastPathComponent().appending(path: "shared/data/venues")
  }()

  static let arePresent = FileManager.default.fileExists(atPath: folder.appending(path: "SOURCES.md").path)

  let venue: String

  init(_ venue: String) { self.venue = venue }

  func bytes(_ file: String) throws -> [UInt8] {
    Array(try Data(contentsOf: Self.folder.appending(path: "\(venue)/\(file)")))
  }

  func text(_ file: String) throws -> String { String(decoding: try bytes(file), as: UTF8.self) }

  func json(_ file: String) throws -> JSONValue { try JSONText(bytes(file)).root }

  /// Files of this venue, or those of `type`; none where the folder is absent.
  func entries(of type: String? = nil) -> [Entry] {
    guard let index = try? json("index.json") else { return [] }
    return index.elements.compactMap { row in
      guard let file = row.string("file"), let kind = row.string("type"), type == nil || kind == type else {
        return nil
      }
      let status = (try? row.integer("http_status")).flatMap { $0 }
      return Entry(
        venue: venue, file: file, type: kind, evidence: row.string("evidence") ?? "", path: row.string("path"),
        query: row.string("query"), body: row.string("request_body"),
        status: status.map { Int($0) }, expected: row.string("expected"))
    }
  }

  /// The messages of a `.session.json` file.
  func session(_ file: String) throws -> [Message] {
    try json(file).elements.map { row in
      let direction = try #require(Message.Direction(rawValue: row.needString("dir")))
      return Message(seconds: try row.double("t"), direction: direction, text: try row.needString("text"))
    }
  }
}
