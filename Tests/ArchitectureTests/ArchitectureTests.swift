import Foundation
import Testing

/// The rooms and their directions, held against the code itself.
@Suite struct ArchitectureTests {
  @Test("no room imports what the table does not allow it")
  func imports() throws {
    let files = SourceTree.files(in: "Sources").filter { $0.hasSuffix(".swift") }
    #expect(!files.isEmpty)
    for path in files {
      let violations = ImportScan.violations(path: path, source: try SourceTree.text("Sources/\(path)"))
      #expect(violations.isEmpty, "\(violations)")
    }
  }

  @Test(
    "a forbidden import is found however it is written",
    arguments: [
      ("HedgeModel/A.swift", "import HedgeAnalytics", 1), ("HedgeModel/A.swift", "import FoundationEssentials", 0),
      ("HedgeAnalytics/B/A.swift", "import HedgeModel\nimport MarketData", 1),
      ("Panels/A.swift", "@preconcurrency import Journal // why", 1), ("Panels/A.swift", "private import GRDB", 1),
      ("Alerting/A.swift", "  import struct MarketData.Bar", 1),
      ("Alerting/A.swift", "import HedgeModel; import NIO", 1),
      ("HedgeStore/A.swift", "import Journal", 1), ("HedgeStore/A.swift", "import Venues", 1),
      ("Journal/A.swift", "import GRDB\nimport HedgeModel", 0), ("Journal/A.swift", "import Foundation", 1),
      ("Alerting/A.swift", "#if canImport(GRDB)\nimport GRDB\n#endif", 1), ("Surprise/A.swift", "let x = 1", 1),
      ("HedgeModel/A.swift", "// import Venues\n/// import Venues\nlet imported = 1", 0),
      ("TerminalCells/A.swift", "import HedgeModel", 1), ("NcursesTerminal/A.swift", "import CNcurses", 0),
      ("Panels/A.swift", "import Dispatch", 1), ("HedgeAnalytics/A.swift", "import Glibc", 0),
      ("HedgeAnalytics/A.swift", "import Synchronization", 1), ("NcursesTerminal/A.swift", "import Glibc", 0),
    ])
  func forbiddenImport(_ path: String, _ source: String, _ count: Int) {
    #expect(ImportScan.violations(path: path, source: source).count == count, "\(path): \(source)")
  }

  @Test("the table has no cycle: every room can be built after what it imports")
  func noCycle() {
    var remaining = ImportTable.rooms.mapValues { $0.intersection(ImportTable.rooms.keys) }
    while !remaining.isEmpty {
      let ready = remaining.filter { room in room.value.allSatisfy { remaining[$0] == nil } }.keys
      #expect(!ready.isEmpty, "these import each other: \(remaining.keys.sorted())")
      if ready.isEmpty { return }
      for room in ready { remaining[room] = nil }
    }
  }

  @Test("every folder of Sources is a room of the table")
  func everyRoomIsListed() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: SourceTree.root.path + "/Sources")
    #expect(names.filter { $0 != "README.md" && ImportTable.rooms[$0] == nil }.sorted() == [])
  }

  @Test("the architecture page holds the table the code is held against")
  func architecturePage() throws {
    guard let page = try? SourceTree.text("Sources/README.md") else { return }
    let rooms = ArchitectureTable.rooms(in: page)
    for room in Set(rooms.keys).union(ImportTable.rooms.keys) {
      #expect(rooms[room] == ImportTable.rooms[room], "\(room): the page and the test differ")
    }
  }

  @Test("the table is read from markdown")
  func markdownTable() {
    let page = """
      | target | what | may import |
      |---|---|---|
      | `A` | things | – |
      | `B`, `C` | more, `things` | `A`, D |
      | D | | all of the above |

      | other | table |
      | `E` | `F` |
      """
    #expect(ArchitectureTable.rooms(in: page) == ["A": [], "B": ["A", "D"], "C": ["A", "D"], "D": ["A", "B", "C"]])
  }

  @Test("no file has more than 600 lines", arguments: ["Sources", "Tests"])
  func fileLength(_ folder: String) throws {
    for path in SourceTree.files(in: folder) {
      let lines = try SourceTree.text("\(folder)/\(path)").split(separator: "\n", omittingEmptySubsequences: false)
      #expect(lines.count <= 601, "\(folder)/\(path) has \(lines.count - 1) lines")
    }
  }

  @Test("the top level holds what it may, and files of a dot")
  func topLevel() throws {
    let allowed: Set = ["Package.swift", "Sources", "Tests", "themes", "README.md", "Benchmarks", "Package.resolved"]
    let names = try FileManager.default.contentsOfDirectory(atPath: SourceTree.root.path)
    #expect(names.filter { !$0.hasPrefix(".") && !allowed.contains($0) }.sorted() == [])
  }
}
